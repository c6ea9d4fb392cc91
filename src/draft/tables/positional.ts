/** Parameters of a callable in the order in which they could be given without their names. */
export interface FormerOrder {
  /** Dotted name of a function, or `*.name` for a method of the types below. */
  readonly callable: string;
  /** For a method: the types as messages name them, where its order differs between types. */
  readonly types?: readonly string[];
  /** Callable whose installed signature must have the names. */
  readonly checkedBy: string;
  readonly parameters: readonly string[];
}

type Row = readonly [name: string, parameters: string, types?: readonly string[]];

const FRAME = ["DataFrame"];
const SERIES = ["Series"];

/** Methods of frames and series, without `self`. */
const METHODS: readonly Row[] = [
  ["all", "axis bool_only skipna"],
  ["any", "axis bool_only skipna"],
  ["bfill", "axis inplace limit"],
  ["between_time", "start_time end_time"],
  ["clip", "lower upper axis inplace"],
  ["drop", "labels axis index columns level inplace errors"],
  ["drop_duplicates", "subset keep inplace", FRAME],
  ["drop_duplicates", "keep inplace", SERIES],
  ["dropna", "axis how thresh subset inplace", FRAME],
  ["dropna", "axis inplace", SERIES],
  ["ffill", "axis inplace limit"],
  ["groupby", "by axis level as_index sort group_keys"],
  ["interpolate", "method axis limit inplace limit_direction limit_area"],
  ["mask", "cond other inplace axis level"],
  ["pivot", "index columns values", FRAME],
  ["query", "expr inplace"],
  ["reindex", "labels index columns axis method", FRAME],
  ["rename", "mapper index columns axis copy inplace level errors", FRAME],
  ["rename_axis", "mapper index columns axis copy inplace"],
  ["replace", "to_replace value inplace limit regex"],
  ["reset_index", "level drop inplace col_level col_fill", FRAME],
  ["reset_index", "level drop name inplace", SERIES],
  ["rolling", "window min_periods center win_type on"],
  ["set_axis", "labels axis"],
  ["set_index", "keys drop append inplace verify_integrity", FRAME],
  ["sort_index", "axis level ascending inplace kind na_position sort_remaining"],
  ["sort_values", "by axis ascending inplace kind na_position", FRAME],
  ["sort_values", "axis ascending inplace kind na_position", SERIES],
  ["to_csv", "path_or_buf sep na_rep float_format columns header index index_label mode encoding compression"],
  ["to_dict", "orient into", FRAME],
  ["to_dict", "into", SERIES],
  ["to_excel", "excel_writer sheet_name na_rep float_format columns header index index_label startrow startcol"],
  ["to_hdf", "path_or_buf key mode complevel complib append format index"],
  ["to_html", "buf columns col_space header index na_rep formatters", FRAME],
  ["to_json", "path_or_buf orient date_format double_precision force_ascii date_unit"],
  ["to_latex", "buf columns col_space header index na_rep formatters"],
  ["to_parquet", "path engine compression index", FRAME],
  ["to_pickle", "path compression protocol"],
  ["to_sql", "name con schema if_exists index index_label chunksize dtype method"],
  ["to_string", "buf columns col_space header index na_rep formatters", FRAME],
  ["where", "cond other inplace axis level"],
];

const FUNCTIONS: readonly Row[] = [
  ["concat", "objs axis join"],
  ["date_range", "start end periods freq tz normalize name"],
  ["pivot", "data index columns values"],
  ["read_csv", "filepath_or_buffer sep delimiter header names index_col usecols"],
  ["read_excel", "io sheet_name header names index_col usecols"],
  ["read_fwf", "filepath_or_buffer colspecs widths infer_nrows"],
  ["read_html", "io match flavor header index_col skiprows"],
  ["read_json", "path_or_buf orient typ dtype convert_axes convert_dates keep_default_dates"],
  ["read_table", "filepath_or_buffer sep delimiter header names index_col usecols"],
  ["to_datetime", "arg errors dayfirst yearfirst utc"],
];

const STRINGS: readonly Row[] = [
  ["rsplit", "pat n expand"],
  ["split", "pat n expand"],
];

/** Of scipy, by the signatures of 1.4, 1.10 and 1.18. Where an argument is gone the order ends before it. */
const SCIPY_FUNCTIONS: readonly Row[] = [
  ["integrate.simpson", "y x dx axis"],
  ["linalg.eigh", "a b lower eigvals_only overwrite_a overwrite_b"],
  ["linalg.eigvalsh", "a b lower overwrite_a overwrite_b"],
  ["optimize.nnls", "A b maxiter"],
  ["signal.firls", "numtaps bands desired weight"],
  ["signal.firwin", "numtaps cutoff width window pass_zero scale"],
  ["signal.firwin2", "numtaps freq gain nfreqs window"],
  ["signal.lombscargle", "x y freqs precenter normalize"],
  ["signal.remez", "numtaps bands desired weight"],
  ["sparse.linalg.bicg", "A b x0 rtol maxiter M callback"],
  ["sparse.linalg.bicgstab", "A b x0 rtol maxiter M callback"],
  ["sparse.linalg.cg", "A b x0 rtol maxiter M callback"],
  ["sparse.linalg.cgs", "A b x0 rtol maxiter M callback"],
  ["sparse.linalg.gcrotmk", "A b x0 rtol maxiter M callback m k CU discard_C truncate"],
  ["sparse.linalg.gmres", "A b x0 rtol restart maxiter M callback"],
  ["sparse.linalg.lgmres", "A b x0 rtol maxiter M callback inner_m outer_k outer_v store_outer_Av prepend_outer_v"],
  ["sparse.linalg.minres", "A b x0 shift rtol maxiter M callback show check"],
  ["sparse.linalg.qmr", "A b x0 rtol maxiter M1 M2 callback"],
  ["special.comb", "N k exact repetition"],
  ["stats.ttest_ind", "a b axis equal_var nan_policy"],
];

/** What pandas takes by name only since version 2, and scipy since several. */
export const FORMER_ORDERS: readonly FormerOrder[] = [
  ...METHODS.map(([name, parameters, types]) => method(name, parameters, types)),
  ...STRINGS.map(([name, parameters]) => ({
    ...method(name, parameters, ["StringMethods"]),
    checkedBy: `pandas.Series.str.${name}`,
  })),
  ...FUNCTIONS.map(([name, parameters]) => functionOf(`pandas.${name}`, parameters)),
  ...SCIPY_FUNCTIONS.map(([name, parameters]) => functionOf(`scipy.${name}`, parameters)),
];

function functionOf(callable: string, parameters: string): FormerOrder {
  return { callable, checkedBy: callable, parameters: parameters.split(" ") };
}

function method(
  name: string,
  parameters: string,
  types: readonly string[] = ["DataFrame", "Series", "NDFrame"],
): FormerOrder {
  const owner = types.length === 1 ? (types[0] ?? "DataFrame") : "DataFrame";
  return { callable: `*.${name}`, types, checkedBy: `pandas.${owner}.${name}`, parameters: parameters.split(" ") };
}
