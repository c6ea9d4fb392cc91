import type { Library, RenamedKeyword, RenamedName } from "../../domain/library.ts";

/**
 * networkx, by what was tried with 2.2, 2.8 and 3.7. `hits_numpy` and `pagerank_numpy` solved exactly what their siblings
 * approach, and a sparse array multiplies (`*`) by element where `to_scipy_sparse_matrix` gave a matrix: nothing to rename.
 */
export const NETWORKX: Library = {
  distribution: "networkx",
  names: [
    { old: "networkx.from_numpy_matrix", new: "networkx.from_numpy_array" },
    { old: "networkx.from_scipy_sparse_matrix", new: "networkx.from_scipy_sparse_array", since: "2.7" },
    { old: "networkx.random_lobster", new: "networkx.random_lobster_graph", since: "3.5" },
    { old: "networkx.random_tree", new: "networkx.random_labeled_tree", since: "3.2" },
    { old: "networkx.OrderedGraph", new: "networkx.Graph" },
    { old: "networkx.OrderedDiGraph", new: "networkx.DiGraph" },
    { old: "networkx.OrderedMultiGraph", new: "networkx.MultiGraph" },
    { old: "networkx.OrderedMultiDiGraph", new: "networkx.MultiDiGraph" },
    { old: "networkx.hits_scipy", new: "networkx.hits" },
    { old: "networkx.pagerank_scipy", new: "networkx.pagerank" },
    { old: "networkx.utils.misc", new: "networkx.utils" },
  ],
  methods: [
    ...["Graph", "DiGraph", "MultiGraph", "MultiDiGraph"].flatMap((type) => [
      { type, old: "node", new: "nodes", full: `networkx.${type}`, isCommon: true },
      { type, old: "nodes_iter", new: "nodes", full: `networkx.${type}` },
      { type, old: "edges_iter", new: "edges", full: `networkx.${type}` },
      { type, old: "neighbors_iter", new: "neighbors", full: `networkx.${type}` },
      { type, old: "degree_iter", new: "degree", full: `networkx.${type}` },
      { type, old: "selfloop_edges", new: { function: "networkx.selfloop_edges" } },
      { type, old: "nodes_with_selfloops", new: { function: "networkx.nodes_with_selfloops" } },
      { type, old: "number_of_selfloops", new: { function: "networkx.number_of_selfloops" } },
      { type, old: "add_path", new: { function: "networkx.add_path" } },
      { type, old: "add_cycle", new: { function: "networkx.add_cycle" } },
      { type, old: "add_star", new: { function: "networkx.add_star" } },
    ]),
    ...["DiGraph", "MultiDiGraph"].flatMap((type) => [
      { type, old: "successors_iter", new: "successors", full: `networkx.${type}` },
      { type, old: "predecessors_iter", new: "predecessors", full: `networkx.${type}` },
      { type, old: "in_edges_iter", new: "in_edges", full: `networkx.${type}` },
      { type, old: "out_edges_iter", new: "out_edges", full: `networkx.${type}` },
    ]),
  ],
};

/** Constants that Pillow 10 took away or (some of them) brought back. */
const RESAMPLING: readonly RenamedName[] = [
  ["ANTIALIAS", "LANCZOS"],
  ["CUBIC", "BICUBIC"],
  ["LINEAR", "BILINEAR"],
].map(([old = "", fresh = ""]) => ({
  old: `PIL.Image.${old}`,
  new: [`PIL.Image.${fresh}`, `PIL.Image.Resampling.${fresh}`],
}));

/** Pillow, by what was tried with 8.4, 9.5 and 13. */
export const PILLOW: Library = {
  distribution: "pillow",
  names: [
    ...RESAMPLING,
    { old: "PIL.Image.ADAPTIVE", new: "PIL.Image.Palette.ADAPTIVE", since: "9.1" },
    { old: "PIL.Image.WEB", new: "PIL.Image.Palette.WEB", since: "9.1" },
    { old: "PIL.Image.AFFINE", new: "PIL.Image.Transform.AFFINE", since: "9.1" },
    { old: "PIL.Image.EXTENT", new: "PIL.Image.Transform.EXTENT", since: "9.1" },
    { old: "PIL.Image.PERSPECTIVE", new: "PIL.Image.Transform.PERSPECTIVE", since: "9.1" },
    { old: "PIL.Image.QUAD", new: "PIL.Image.Transform.QUAD", since: "9.1" },
    { old: "PIL.Image.MEDIANCUT", new: "PIL.Image.Quantize.MEDIANCUT", since: "9.1" },
    { old: "PIL.Image.MAXCOVERAGE", new: "PIL.Image.Quantize.MAXCOVERAGE", since: "9.1" },
    { old: "PIL.Image.FASTOCTREE", new: "PIL.Image.Quantize.FASTOCTREE", since: "9.1" },
    { old: "PIL.ImageFont.LAYOUT_BASIC", new: "PIL.ImageFont.Layout.BASIC", since: "9.1" },
    { old: "PIL.ImageFont.LAYOUT_RAQM", new: "PIL.ImageFont.Layout.RAQM", since: "9.1" },
    { old: "PIL.PILLOW_VERSION", new: "PIL.__version__" },
    { old: "PIL.Image.PILLOW_VERSION", new: "PIL.__version__" },
  ],
};

const RETRY: readonly RenamedKeyword[] = ["urllib3.Retry", "urllib3.util.Retry", "urllib3.util.retry.Retry"].flatMap(
  (callable) => [
    { callable, old: "method_whitelist", new: "allowed_methods", checkedBy: "urllib3.Retry", since: "1.26" },
  ],
);

/** urllib3, by what was tried with 1.25 and 2.8. */
export const URLLIB3: Library = {
  distribution: "urllib3",
  names: [
    { old: "urllib3.packages.six", new: "six" },
    { old: "urllib3.packages.ssl_match_hostname", new: "urllib3.util.ssl_match_hostname" },
    {
      old: "urllib3.util.retry.Retry.DEFAULT_METHOD_WHITELIST",
      new: "urllib3.util.retry.Retry.DEFAULT_ALLOWED_METHODS",
    },
    { old: "urllib3.Retry.DEFAULT_METHOD_WHITELIST", new: "urllib3.Retry.DEFAULT_ALLOWED_METHODS" },
  ],
  keywords: RETRY,
};

/** requests, which carried urllib3 and chardet with it for long. */
export const REQUESTS: Library = {
  distribution: "requests",
  names: [
    { old: "requests.packages.urllib3", new: "urllib3" },
    { old: "requests.packages.chardet", new: "chardet" },
  ],
};

const SERVICES =
  "acm apigateway athena autoscaling batch cloudformation cloudfront cloudwatch codecommit codepipeline cognitoidentity " +
  "cognitoidp config dynamodb dynamodbstreams ec2 ecr ecs efs elasticache elasticbeanstalk elb elbv2 emr events firehose " +
  "glue guardduty iam iot kinesis kms lambda logs opensearch organizations rds redshift resourcegroups route53 s3 " +
  "s3control sagemaker secretsmanager ses sesv2 sns sqs ssm stepfunctions sts support textract timestreamwrite transcribe xray";

/** moto: one decorator for all services since version 5. */
export const MOTO: Library = {
  distribution: "moto",
  names: SERVICES.split(" ").map((service) => ({ old: `moto.mock_${service}`, new: "moto.mock_aws", since: "5.0" })),
};

const MAKERS = ["attr.ib", "attr.attrib", "attr.s", "attr.attrs", "attr.dataclass"];

/** attrs, by what was tried with 18.2 and 26.1. */
export const ATTRS: Library = {
  distribution: "attrs",
  keywords: [
    ...["attr.ib", "attr.attrib"].map((callable) => ({ callable, old: "convert", new: "converter", since: "17.4" })),
    ...MAKERS.map((callable) => ({ callable, old: "cmp", new: "eq", values: { False: "False" }, since: "19.2" })),
  ],
};

/** click, by what was tried with 7.1 and 8.5. What `autocompletion` called was given other arguments than `shell_complete` calls. */
export const CLICK: Library = {
  distribution: "click",
  names: [{ old: "click.get_terminal_size", new: "shutil.get_terminal_size" }],
  keywords: ["click.testing.CliRunner", "typer.testing.CliRunner"].map((callable) => ({
    callable,
    old: "mix_stderr",
    new: null,
  })),
};

/** PyJWT, by what was tried with 1.7 and 2.15. */
export const PYJWT: Library = {
  distribution: "pyjwt",
  names: [
    { old: "jwt.ExpiredSignature", new: "jwt.ExpiredSignatureError" },
    { old: "jwt.InvalidAudience", new: "jwt.InvalidAudienceError" },
    { old: "jwt.InvalidIssuer", new: "jwt.InvalidIssuerError" },
    { old: "jwt.exceptions.ExpiredSignature", new: "jwt.exceptions.ExpiredSignatureError" },
    { old: "jwt.exceptions.InvalidAudience", new: "jwt.exceptions.InvalidAudienceError" },
  ],
};
