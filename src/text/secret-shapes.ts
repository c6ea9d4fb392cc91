import { type Range, rangesOf } from "./secret-places.ts";

/**
 * Credentials that are known by their form alone, as their makers publish it; what a scanner such as secretlint 13 or
 * gitleaks 8.30 looks for, and shorter samples too. Each quantifier is bounded, and no match can begin inside the run of
 * characters that another one reads, so that the time is linear in the length of the text.
 */
/** Parts of which a text must have one to be worth a search, then the pattern. */
const SHAPES: readonly (readonly [parts: string, pattern: string])[] = [
  // GitHub, GitLab, Bitbucket and Atlassian, Azure DevOps
  ["ghp_ gho_ ghr_ ghs_ ghu_", "gh[oprsu]_[A-Za-z0-9_]{20,255}"],
  ["ghs_", "ghs_[0-9]{1,20}_[\\w-]{1,1000}\\.[\\w-]{1,9000}\\.[\\w-]{1,1000}"],
  ["github_pat_", "github_pat_[A-Za-z0-9_]{20,255}"],
  [
    "glpat- glcbt- gldt- glffct- glft- glimt- glagent- gloas- glptt- glrt- glsoat-",
    "gl(?:pat|cbt|dt|ffct|ft|imt|agent|oas|ptt|rt|soat)-[\\w-]{16,300}(?:\\.[a-z0-9]{1,20}){0,2}",
  ],
  ["GR1348941", "GR1348941[\\w-]{20,40}"],
  ["ATATT3", "ATATT3[A-Za-z0-9_=-]{40,300}"],
  ["ATBB", "ATBB[A-Za-z0-9]{28,64}"],
  // Models: OpenAI, Anthropic and those that took their form; Groq, Hugging Face, Perplexity
  ["sk-", "sk-(?=[A-Za-z_-]{0,80}[0-9])[A-Za-z0-9_-]{20,512}"],
  ["gsk_", "gsk_[A-Za-z0-9]{20,100}"],
  ["hf_ api_org_", "(?:hf_|api_org_)[A-Za-z]{30,40}"],
  ["pplx- r8_ xai-", "(?:pplx-|r8_|xai-)[A-Za-z0-9]{30,100}"],
  // Clouds
  [
    "A3T AKIA AGPA AIDA AROA AIPA ANPA ANVA ASIA ABIA ACCA",
    "(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])",
  ],
  ["ABSK", "ABSK[A-Za-z0-9+/]{80,400}={0,2}"],
  ["AIza", "AIza[\\w-]{16,60}"],
  ["ya29.", "ya29\\.[\\w.-]{20,2000}"],
  ["GOCSPX-", "GOCSPX-[\\w-]{20,60}"],
  ["1//0", "1//0[\\w-]{30,200}"],
  ["Q~", "[A-Za-z0-9_~.]{3}\\dQ~[A-Za-z0-9_~.-]{31,34}"],
  ["LTAI", "LTAI[A-Za-z0-9]{12,30}"],
  ["doo_v1_ dop_v1_ dor_v1_ dot_v1_", "do[oprt]_v1_[a-f0-9]{64}"],
  ["dapi", "dapi[A-Fa-f0-9]{32}(?:-\\d)?"],
  ["cfk_ cfut_ cfat_", "cf(?:k|ut|at)_[A-Za-z0-9]{40,64}"],
  ["v1.0-", "v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}"],
  ["vcp_ vci_ vcc_ vck_ vca_ vcr_", "vc[pickar]_(?=[A-Za-z]{0,60}[0-9])[A-Za-z0-9]{20,60}"],
  ["hvs. hvb. hvr.", "hv[sbr]\\.[\\w-]{20,300}"],
  [".atlasv1.", "[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,70}"],
  ["tskey-", "tskey-[a-z]{2,20}-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{16,60}"],
  ["fo1_ fm1a_ fm1r_ fm2_", "(?:fo1_|fm1[ar]_|fm2_)[A-Za-z0-9+/_-]{40,2000}={0,3}"],
  ["HRKU-AA", "HRKU-AA[\\w-]{40,80}"],
  ["AQVN", "AQVN[\\w-]{35,38}"],
  // Packages, containers, builds
  ["npm_", "npm_[A-Za-z0-9_]{30,60}"],
  ["pypi-Ag", "pypi-Ag[\\w-]{40,1000}"],
  ["rubygems_", "rubygems_[a-f0-9]{40,64}"],
  ["dckr_", "dckr_(?:pat|oat)_[\\w-]{20,60}"],
  ["AKCp", "AKCp[A-Za-z0-9]{60,80}"],
  ["pul-", "pul-[a-f0-9]{40}"],
  ["pnu_", "pnu_[A-Za-z0-9]{30,40}"],
  ["squ_ sqp_ sqa_", "sq[upa]_[a-f0-9]{40}"],
  ["sgp_", "sgp_(?:[A-Fa-f0-9]{16}_|local_)?[a-fA-F0-9]{40}"],
  ["sha256~", "sha256~[\\w-]{43}"],
  ["API-", "API-[A-Z0-9]{26}(?![A-Z0-9])"],
  ["PMAK-", "PMAK-[A-Fa-f0-9]{20,30}-[A-Fa-f0-9]{30,40}"],
  ["dp.", "dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}"],
  // Money, mail, messages
  ["sk_live_ sk_test_ sk_prod_ rk_live_ rk_test_ rk_prod_", "(?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,250}"],
  ["whsec_", "whsec_[A-Za-z0-9+/=]{16,100}"],
  ["sq0", "sq0(?:atp|csp|idp)-[\\w-]{22,60}"],
  ["shp", "shp(?:pa|ca|at|ss|ua|tka?)_[A-Za-z0-9]{32,64}"],
  ["shippo_", "shippo_(?:live|test)_[a-fA-F0-9]{40}"],
  ["duffel_", "duffel_(?:live|test)_[\\w=-]{40,50}"],
  ["EZAK EZTK", "EZ[AT]K[A-Za-z0-9]{54}"],
  ["FLWSECK", "FLWSECK(?:_TEST)?-[a-hA-H0-9]{12,40}(?:-X)?"],
  ["SG.", "SG\\.[\\w-]{10,128}\\.[\\w-]{10,128}"],
  ["xkeysib-", "xkeysib-[a-f0-9]{60,70}-[A-Za-z0-9]{16}"],
  ["key-", "key-[a-f0-9]{32}(?![a-f0-9])"],
  ["-us", "[a-f0-9]{32}-us\\d{1,2}(?!\\d)"],
  ["SK", "SK[0-9a-fA-F]{32}(?![0-9a-zA-Z])"],
  ["xox", "xox[a-z](?:[.-]xox[a-z])?-[A-Za-z0-9-]{10,255}"],
  ["xapp-", "xapp-[A-Za-z0-9-]{10,255}"],
  [":A", "\\d{8,16}:A[\\w-]{34}(?![\\w-])"],
  [".", "[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}"],
  // Others that a service gives to programs
  ["lin_", "lin_(?:api|oauth)_[A-Za-z0-9_]{32,128}"],
  ["ntn_", "ntn_[0-9]{11}[A-Za-z0-9]{30,40}"],
  ["secret_", "secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])"],
  ["glc_", "glc_[A-Za-z0-9+/]{32,400}={0,2}"],
  ["glsa_", "glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}"],
  ["ops_ey", "ops_ey[A-Za-z0-9+/=]{40,2000}"],
  ["A3-", "A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}"],
  ["figd_", "figd_[\\w-]{30,200}"],
  ["tfp_", "tfp_[\\w.=-]{40,70}"],
  ["rdme_", "rdme_[a-z0-9]{70}"],
  ["pscale_", "pscale_(?:tkn|oauth|pw)_[\\w=.-]{32,64}"],
  ["sntrys_ sntryu_", "sntry[su]_[A-Za-z0-9+/=_]{40,500}"],
  ["NRAK- NRII- NRJS-", "NR(?:AK|II|JS)-[A-Za-z0-9-]{19,40}"],
  ["dt0", "dt0[a-z]\\d{2}\\.[A-Za-z0-9]{24}\\.[A-Za-z0-9]{64}"],
  ["ico-", "ico-[A-Za-z0-9]{32}"],
  ["p8e-", "p8e-[A-Za-z0-9]{32}"],
  ["AGE-SECRET-KEY-1", "AGE-SECRET-KEY-1[0-9A-Z]{58}"],
  ["_mmk", "[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk"],
  ["pat", "pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}"],
  ["EAA", "EAA[A-Za-z0-9]{90,400}"],
  ["CLOJARS_", "CLOJARS_[A-Za-z0-9]{60}"],
];

/** JSON Web Tokens, those without a signature too. */
const WEB_TOKEN = /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_-]{0,4000})?/g;

/** Addresses that are credentials themselves: whoever knows one may post. */
const HOOKS = [
  /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9+/]{10,200}/gi,
  /(discord(?:app)?\.com\/api\/webhooks\/\d{5,30}\/)[\w-]{20,200}/gi,
  /(\.webhook\.office\.com\/webhookb2\/)[A-Za-z0-9@/-]{40,400}/gi,
];

const COMPILED = SHAPES.map(([parts, pattern]) => ({
  parts: parts.split(" "),
  pattern: new RegExp(`(?<![A-Za-z])${pattern}`, "g"),
}));

/** Everywhere where a credential stands that its form gives away. */
export function knownShapes(text: string): Range[] {
  const worthIt = COMPILED.filter(({ parts }) => parts.some((part) => text.includes(part)));
  return [...worthIt.map(({ pattern }) => pattern), WEB_TOKEN, ...HOOKS].flatMap((pattern) => rangesOf(text, pattern));
}
