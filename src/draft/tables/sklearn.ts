import type { Library, RenamedKeyword, RenamedMethod, RenamedName } from "../../domain/library.ts";

type Row = readonly [old: string, fresh: string | readonly string[], since?: string];

/**
 * Of `cross_validation`, `grid_search` and `learning_curve`, which are `model_selection` now, what is called as before. The
 * splitters (`KFold(n, 3)`) took the number of samples first, and their successors take the number of splits.
 */
const MODEL_SELECTION = {
  cross_validation: "cross_val_predict cross_val_score permutation_test_score train_test_split",
  grid_search: "GridSearchCV ParameterGrid ParameterSampler RandomizedSearchCV",
  learning_curve: "learning_curve validation_curve",
};

/** Modules of versions before 0.24 and where their public names are. */
const MODULES: readonly Row[] = [
  ["cluster.bicluster", "cluster"],
  ["cluster.birch", "cluster"],
  ["cluster.dbscan_", "cluster"],
  ["cluster.hierarchical", "cluster"],
  ["cluster.k_means_", "cluster"],
  ["cluster.mean_shift_", "cluster"],
  ["cluster.spectral", "cluster"],
  ["covariance.empirical_covariance_", "covariance"],
  ["datasets.base", "datasets"],
  ["datasets.samples_generator", "datasets"],
  ["datasets.svmlight_format", "datasets"],
  ["datasets.twenty_newsgroups", "datasets"],
  ["decomposition.incremental_pca", "decomposition"],
  ["decomposition.nmf", "decomposition"],
  ["decomposition.pca", "decomposition"],
  ["decomposition.truncated_svd", "decomposition"],
  ["ensemble.bagging", "ensemble"],
  ["ensemble.base", "ensemble"],
  ["ensemble.forest", "ensemble"],
  ["ensemble.gradient_boosting", "ensemble"],
  ["ensemble.iforest", "ensemble"],
  ["ensemble.voting", "ensemble"],
  ["ensemble.weight_boosting", "ensemble"],
  ["feature_extraction.dict_vectorizer", "feature_extraction"],
  ["feature_extraction.stop_words", "feature_extraction.text"],
  ["feature_selection.base", "feature_selection"],
  ["feature_selection.from_model", "feature_selection"],
  ["feature_selection.univariate_selection", "feature_selection"],
  ["gaussian_process.gpc", "gaussian_process"],
  ["gaussian_process.gpr", "gaussian_process"],
  ["linear_model.base", "linear_model"],
  ["linear_model.bayes", "linear_model"],
  ["linear_model.coordinate_descent", "linear_model"],
  ["linear_model.logistic", "linear_model"],
  ["linear_model.perceptron", "linear_model"],
  ["linear_model.ridge", "linear_model"],
  ["linear_model.stochastic_gradient", "linear_model"],
  ["manifold.t_sne", "manifold"],
  ["metrics.classification", "metrics"],
  ["metrics.cluster.supervised", "metrics.cluster"],
  ["metrics.cluster.unsupervised", "metrics.cluster"],
  ["metrics.ranking", "metrics"],
  ["metrics.regression", "metrics"],
  ["metrics.scorer", "metrics"],
  ["mixture.gaussian_mixture", "mixture"],
  ["neighbors.ball_tree", "neighbors"],
  ["neighbors.classification", "neighbors"],
  ["neighbors.kd_tree", "neighbors"],
  ["neighbors.kde", "neighbors"],
  ["neighbors.nearest_centroid", "neighbors"],
  ["neighbors.regression", "neighbors"],
  ["neighbors.unsupervised", "neighbors"],
  ["neural_network.multilayer_perceptron", "neural_network"],
  ["preprocessing.data", "preprocessing"],
  ["preprocessing.label", "preprocessing"],
  ["svm.base", "svm"],
  ["svm.classes", "svm"],
  ["tree.export", "tree"],
  ["tree.tree", "tree"],
  ["utils.testing", ["utils._testing"]],
];

const NAMES: readonly Row[] = [
  ["metrics.calinski_harabaz_score", "metrics.calinski_harabasz_score"],
  ["neighbors.DistanceMetric", "metrics.DistanceMetric", "1.0"],
  // The arguments that meant something else, "NaN" and `axis`, are refused by the new one.
  ["preprocessing.Imputer", "impute.SimpleImputer"],
  ["preprocessing.imputation.Imputer", "impute.SimpleImputer"],
  ["utils.safe_indexing", "utils._safe_indexing"],
  ["utils.stats.stable_cumsum", "utils.extmath.stable_cumsum"],
];

const names: readonly RenamedName[] = [
  { old: "sklearn.externals.joblib", new: "joblib" },
  { old: "sklearn.externals.six", new: "six" },
  ...Object.entries(MODEL_SELECTION).flatMap(([module, list]) =>
    list.split(" ").map((name) => ({ old: `sklearn.${module}.${name}`, new: `sklearn.model_selection.${name}` })),
  ),
  ...[...MODULES, ...NAMES].map(([old, fresh, since]) => ({
    old: `sklearn.${old}`,
    new: [fresh].flat().map((name) => `sklearn.${name}`),
    ...(since === undefined ? {} : { since }),
  })),
];

const ENCODERS = [
  "ColumnTransformer",
  "CountVectorizer",
  "DictVectorizer",
  "FeatureUnion",
  "OneHotEncoder",
  "PolynomialFeatures",
  "TfidfVectorizer",
];

const methods: readonly RenamedMethod[] = [
  ...ENCODERS.map((type) => ({ type, old: "get_feature_names", new: "get_feature_names_out", since: "1.0" })),
  ...["AdaBoostClassifier", "AdaBoostRegressor", "BaggingClassifier", "BaggingRegressor"].map((type) => ({
    type,
    old: "base_estimator_",
    new: "estimator_",
    since: "1.2",
  })),
  ...["RandomForestClassifier", "RandomForestRegressor", "ExtraTreesClassifier", "ExtraTreesRegressor"].map((type) => ({
    type,
    old: "base_estimator_",
    new: "estimator_",
    since: "1.2",
  })),
  ...["RandomForestClassifier", "RandomForestRegressor", "DecisionTreeClassifier", "DecisionTreeRegressor", "PCA"].map(
    (type) => ({ type, old: "n_features_", new: "n_features_in_", since: "0.24" }),
  ),
];

type Argument = readonly [callables: string, old: string, fresh: string | null, since?: string];

const RENAMED: readonly Argument[] = [
  ["preprocessing.OneHotEncoder", "sparse", "sparse_output", "1.2"],
  [
    "ensemble.AdaBoostClassifier ensemble.AdaBoostRegressor ensemble.BaggingClassifier ensemble.BaggingRegressor " +
      "calibration.CalibratedClassifierCV linear_model.RANSACRegressor",
    "base_estimator",
    "estimator",
    "1.2",
  ],
  ["multioutput.ClassifierChain multioutput.RegressorChain", "base_estimator", "estimator", "1.7"],
  ["semi_supervised.SelfTrainingClassifier", "base_estimator", "estimator", "1.6"],
  ["cluster.AgglomerativeClustering cluster.FeatureAgglomeration", "affinity", "metric", "1.2"],
  ["linear_model.BayesianRidge linear_model.ARDRegression", "n_iter", "max_iter", "1.3"],
  ["linear_model.RidgeCV linear_model.RidgeClassifierCV", "store_cv_values", "store_cv_results", "1.5"],
  ["manifold.TSNE", "n_iter", "max_iter", "1.5"],
  ["metrics.brier_score_loss", "y_prob", "y_proba", "1.5"],
  ["metrics.precision_recall_curve", "probas_pred", "y_score", "1.3"],
  ["metrics.RocCurveDisplay", "estimator_name", "name", "1.7"],
  [
    "metrics.pairwise_distances utils.check_array utils.check_X_y utils.as_float_array",
    "force_all_finite",
    "ensure_all_finite",
    "1.6",
  ],
  [
    "model_selection.cross_val_predict model_selection.cross_val_score model_selection.cross_validate " +
      "model_selection.learning_curve model_selection.permutation_test_score model_selection.validation_curve",
    "fit_params",
    "params",
    "1.4",
  ],
  ["datasets.make_sparse_spd_matrix", "dim", "n_dim", "1.4"],
  ["cluster.KMeans cluster.k_means", "n_jobs", null],
  ["cluster.KMeans cluster.k_means", "precompute_distances", null],
  ["cluster.SpectralBiclustering cluster.SpectralCoclustering", "n_jobs", null],
  ["impute.SimpleImputer", "verbose", null],
  [
    "ensemble.GradientBoostingClassifier ensemble.GradientBoostingRegressor tree.DecisionTreeClassifier " +
      "tree.DecisionTreeRegressor",
    "presort",
    null,
  ],
];

/** Values that say what is the rule now: these alone can be left out. */
const DEFAULTS: readonly (readonly [callables: string, keyword: string, value: string])[] = [
  ["model_selection.GridSearchCV model_selection.RandomizedSearchCV", "iid", "False"],
  ["ensemble.IsolationForest", "behaviour", '"new"'],
  ["ensemble.IsolationForest", "behaviour", "'new'"],
  ["manifold.TSNE", "square_distances", "True"],
  ["decomposition.SparsePCA decomposition.MiniBatchSparsePCA", "normalize_components", "True"],
  [
    inLinearModel(
      "LinearRegression Ridge RidgeCV RidgeClassifier RidgeClassifierCV Lasso LassoCV ElasticNet ElasticNetCV Lars LarsCV " +
        "LassoLars LassoLarsCV LassoLarsIC BayesianRidge ARDRegression OrthogonalMatchingPursuit",
    ),
    "normalize",
    "False",
  ],
  [inLinearModel("LogisticRegression LogisticRegressionCV"), "multi_class", '"auto"'],
  [inLinearModel("LogisticRegression LogisticRegressionCV"), "multi_class", "'auto'"],
];

function inLinearModel(classes: string): string {
  return classes.replace(/\w+/g, "linear_model.$&");
}

const keywords: readonly RenamedKeyword[] = [
  ...RENAMED.flatMap(([callables, old, fresh, since]) =>
    callables.split(" ").map((name) => ({
      callable: `sklearn.${name}`,
      old,
      new: fresh,
      ...(since === undefined ? {} : { since }),
    })),
  ),
  ...DEFAULTS.flatMap(([callables, old, value]) =>
    callables.split(" ").map((name) => ({
      callable: `sklearn.${name}`,
      old,
      new: null,
      values: { [value]: "" },
    })),
  ),
  { callable: "sklearn.metrics.mean_squared_error", old: "squared", new: null, values: { True: "" } },
  { callable: "sklearn.metrics.mean_squared_log_error", old: "squared", new: null, values: { True: "" } },
];

/** scikit-learn, by what was tried with 0.22, 1.2 and 1.9. */
export const SKLEARN: Library = { distribution: "scikit-learn", names, methods, keywords };
