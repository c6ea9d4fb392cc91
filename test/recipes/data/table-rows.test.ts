import { expect, test } from "vitest";
import { movedNames } from "../../../src/draft/recipes/moved-names.ts";
import { renamedKeywords } from "../../../src/draft/recipes/renamed-keywords.ts";
import { drafted, type RecipeCase } from "../../support/recipe-case.ts";
import { failing, module } from "./failing.ts";

const HAS = [
  "networkx.hits",
  "networkx.pagerank",
  "networkx.to_scipy_sparse_array",
  "numpy.lib.scimath.sqrt",
  "numpy.sqrt",
  "PIL.__version__",
  "sklearn.inspection.partial_dependence",
  "sklearn.mixture.GaussianMixture",
  "sklearn.model_selection.GridSearchCV",
  "sklearn.model_selection.KFold",
  "sklearn.model_selection.train_test_split",
];

/** A name that is imported from a module that is gone, or that has it no more. */
function imported(source: string, name: string): RecipeCase {
  const message = `cannot import name '${name}' from '${source}' (/x.py)`;
  return failing(`from ${source} import ${name}  # fails\n`, { type: "ImportError", message }, { has: HAS });
}

/** What only looks like another name for the same: another order of arguments, another default, other results. */
test.each([
  ["sklearn.cross_validation", "KFold"],
  ["sklearn.mixture", "GMM"],
  ["sklearn.ensemble.partial_dependence", "partial_dependence"],
  ["networkx", "hits_numpy"],
  ["networkx", "pagerank_numpy"],
  ["networkx", "to_scipy_sparse_matrix"],
  ["PIL.Image", "VERSION"],
])("leaves alone: %s.%s", async (source, name) => {
  expect(await drafted(movedNames, imported(source, name))).toEqual([]);
});

test.each([
  ["sklearn.cross_validation", "train_test_split", "sklearn.model_selection"],
  ["sklearn.grid_search", "GridSearchCV", "sklearn.model_selection"],
  ["scipy", "sqrt", "numpy.lib.scimath"],
])("renames %s.%s", async (source, name, fresh) => {
  expect(await drafted(movedNames, imported(source, name))).toEqual(module(`from ${fresh} import ${name}  # fails\n`));
});

function given(importing: string, call: string, keyword: string): RecipeCase {
  const name = /\w+/.exec(call)?.[0] ?? "";
  const message = `${name}.__init__() got an unexpected keyword argument '${keyword}'`;
  return failing(`from ${importing}\n\nx = ${call}  # fails\n`, { type: "TypeError", message });
}

test.each([
  ["sklearn.model_selection import GridSearchCV", "GridSearchCV(svc, grid, iid=True)", "iid"],
  ["sklearn.ensemble import IsolationForest", 'IsolationForest(behaviour="old")', "behaviour"],
  ["sklearn.manifold import TSNE", 'TSNE(square_distances="legacy")', "square_distances"],
  ["sklearn.decomposition import SparsePCA", "SparsePCA(normalize_components=False)", "normalize_components"],
  ["click import Option", 'Option(["--name"], autocompletion=names)', "autocompletion"],
])("leaves alone in %s: %s", async (importing, call, keyword) => {
  expect(await drafted(renamedKeywords, given(importing, call, keyword))).toEqual([]);
});

test.each([
  [
    "sklearn.model_selection import GridSearchCV",
    "GridSearchCV(svc, grid, iid=False)",
    "iid",
    "GridSearchCV(svc, grid)",
  ],
  ["sklearn.ensemble import IsolationForest", "IsolationForest(behaviour='new')", "behaviour", "IsolationForest()"],
  ["sklearn.cluster import KMeans", "KMeans(3, n_jobs=-1)", "n_jobs", "KMeans(3)"],
  ["sklearn.linear_model import Ridge", "Ridge(normalize=False)", "normalize", "Ridge()"],
])("drops in %s: %s", async (importing, call, keyword, after) => {
  const row = given(importing, call, keyword);
  expect(await drafted(renamedKeywords, row)).toEqual(module(`from ${importing}\n\nx = ${after}  # fails\n`));
});
