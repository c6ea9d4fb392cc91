import type { Library, RenamedName } from "../../domain/library.ts";

/** What numpy calls it now: old name, new name (of several the first that is there), version that brought the new one. */
type Row = readonly [old: string, fresh: string, since?: string];

/** Members of `numpy` that are members of it still, under another name. */
const RENAMED: readonly Row[] = [
  ["Inf", "inf"],
  ["Infinity", "inf"],
  ["NAN", "nan"],
  ["NaN", "nan"],
  ["PINF", "inf"],
  ["alltrue", "all"],
  ["bool8", "bool_"],
  ["bytes0", "bytes_"],
  ["cfloat", "complex128"],
  ["clongfloat", "clongdouble"],
  ["complex_", "complex128"],
  ["cumproduct", "cumprod"],
  ["float_", "float64"],
  ["infty", "inf"],
  ["int0", "intp"],
  ["issubsctype", "issubdtype"],
  ["longcomplex", "clongdouble"],
  ["longfloat", "longdouble"],
  ["mat", "asmatrix"],
  ["ndfromtxt", "genfromtxt"],
  ["object0", "object_"],
  ["product", "prod"],
  ["rank", "ndim"],
  ["round_", "round"],
  ["row_stack", "vstack"],
  ["singlecomplex", "complex64"],
  ["sometrue", "any"],
  ["str0", "str_"],
  ["string_", "bytes_"],
  ["trapz", "trapezoid", "2.0"],
  ["typeDict", "sctypeDict"],
  ["uint0", "uintp"],
  ["unicode_", "str_"],
  ["void0", "void"],
];

/** Aliases of Python's own types and functions. */
const BUILTIN: readonly Row[] = [
  ["alen", "len"],
  ["bool", "bool"],
  ["complex", "complex"],
  ["float", "float"],
  ["int", "int"],
  ["issubclass_", "issubclass"],
  ["long", "int"],
  ["object", "object"],
  ["str", "str"],
  ["unicode", "str"],
];

/** What went from `numpy` itself into a module of it, or was never numpy's. */
const MOVED: readonly Row[] = [
  ["AxisError", "numpy.exceptions.AxisError", "1.25"],
  ["ComplexWarning", "numpy.exceptions.ComplexWarning", "1.25"],
  ["ModuleDeprecationWarning", "numpy.exceptions.ModuleDeprecationWarning", "1.25"],
  ["RankWarning", "numpy.exceptions.RankWarning", "2.0"],
  ["TooHardError", "numpy.exceptions.TooHardError", "1.25"],
  ["VisibleDeprecationWarning", "numpy.exceptions.VisibleDeprecationWarning", "1.25"],
  ["DataSource", "numpy.lib.npyio.DataSource"],
  ["add_docstring", "numpy.lib.add_docstring"],
  ["add_newdoc", "numpy.lib.add_newdoc"],
  ["byte_bounds", "numpy.lib.array_utils.byte_bounds", "2.0"],
  ["chararray", "numpy.char.chararray"],
  ["compare_chararrays", "numpy.char.compare_chararrays"],
  ["core.defchararray", "numpy.char"],
  ["core.records", "numpy.rec"],
  ["format_parser", "numpy.rec.format_parser"],
  ["lib.format.safe_eval", "ast.literal_eval"],
  ["loads", "pickle.loads"],
  ["math", "math"],
  ["os", "os"],
  ["safe_eval", "ast.literal_eval"],
  ["sys", "sys"],
  ["tracemalloc_domain", "numpy.lib.tracemalloc_domain"],
  ["warnings", "warnings"],
  ["fv", "numpy_financial.fv"],
  ["ipmt", "numpy_financial.ipmt"],
  ["irr", "numpy_financial.irr"],
  ["mirr", "numpy_financial.mirr"],
  ["nper", "numpy_financial.nper"],
  ["npv", "numpy_financial.npv"],
  ["pmt", "numpy_financial.pmt"],
  ["ppmt", "numpy_financial.ppmt"],
  ["pv", "numpy_financial.pv"],
  ["rate", "numpy_financial.rate"],
];

/** Modules that are private or gone, and the one that has what was in them; what is not there is left alone. */
const MODULES: readonly Row[] = [
  ["core.fromnumeric", "numpy"],
  ["core.function_base", "numpy"],
  ["core.numeric", "numpy"],
  ["dual", "numpy.linalg"],
  ["fft.fftpack", "numpy.fft"],
  ["fft.helper", "numpy.fft"],
  ["lib.arraypad", "numpy"],
  ["lib.arraysetops", "numpy"],
  ["lib.arrayterator", "numpy.lib"],
  ["lib.financial", "numpy_financial"],
  ["lib.function_base", "numpy"],
  ["lib.histograms", "numpy"],
  ["lib.index_tricks", "numpy"],
  ["lib.nanfunctions", "numpy"],
  ["lib.polynomial", "numpy"],
  ["lib.shape_base", "numpy"],
  ["lib.twodim_base", "numpy"],
  ["lib.type_check", "numpy"],
  ["lib.ufunclike", "numpy"],
  ["lib.utils", "numpy"],
  ["linalg.linalg", "numpy.linalg"],
  ["testing.decorators", "numpy.testing"],
  ["testing.utils", "numpy.testing"],
];

/** Members of `numpy` that could be had from a module below it too. */
const REEXPORTED: Readonly<Record<string, string>> = {
  lib:
    "angle append apply_along_axis apply_over_axes array_split asarray_chkfinite average bartlett bincount blackman " +
    "broadcast_arrays broadcast_shapes broadcast_to c_ column_stack common_type copy corrcoef cov delete diag diag_indices " +
    "diag_indices_from diagflat diff digitize dsplit dstack ediff1d expand_dims extract eye fill_diagonal fix flip fliplr " +
    "flipud fromregex genfromtxt get_include gradient hamming hanning histogram histogram2d histogram_bin_edges " +
    "histogramdd hsplit i0 imag index_exp info insert interp intersect1d iscomplex iscomplexobj isin isneginf isposinf " +
    "isreal isrealobj issubdtype iterable ix_ kaiser kron load loadtxt mask_indices median meshgrid mgrid mintypecode " +
    "nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile " +
    "nanstd nansum nanvar ndenumerate ndindex ogrid packbits pad percentile piecewise place poly poly1d polyadd polyder " +
    "polydiv polyfit polyint polymul polysub polyval put_along_axis quantile r_ ravel_multi_index real real_if_close " +
    "roots rot90 s_ save savetxt savez savez_compressed select setdiff1d setxor1d sinc sort_complex split " +
    "take_along_axis tile tri tril tril_indices tril_indices_from trim_zeros triu triu_indices triu_indices_from typename " +
    "union1d unique unpackbits unravel_index unwrap vander vectorize vsplit",
  "lib.npyio": "fromregex genfromtxt load loadtxt packbits save savetxt savez savez_compressed unpackbits",
  "lib.stride_tricks": "broadcast_arrays broadcast_shapes broadcast_to",
};

const names: readonly RenamedName[] = [
  ...RENAMED.map((row) => named(row, "numpy.")),
  ...BUILTIN.map((row) => named(row, "builtins.")),
  ...MODULES.map((row) => named(row, "")),
  ...MOVED.map((row) => named(row, "")),
  ...Object.entries(REEXPORTED).flatMap(([from, list]) =>
    list.split(" ").map((name) => ({ old: `numpy.${from}.${name}`, new: `numpy.${name}` })),
  ),
];

function named([old, fresh, since]: Row, prefix: string): RenamedName {
  const row = { old: `numpy.${old}`, new: `${prefix}${fresh}` };
  return since === undefined ? row : { ...row, since };
}

/** numpy: most of it went with version 2.0, the aliases of Python's types with 1.24. */
export const NUMPY: Library = {
  distribution: "numpy",
  names,
  methods: [
    { type: "ndarray", old: "tostring", new: "tobytes", full: "numpy.ndarray" },
    { type: "ndarray", old: "ptp", new: { function: "numpy.ptp" }, full: "numpy.ndarray" },
  ],
};
