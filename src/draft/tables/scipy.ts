import type { Library, RenamedKeyword, RenamedName } from "../../domain/library.ts";

/** A module and the one that has its public names now. */
type Moved = readonly [old: string, fresh: string];

const MODULES: readonly Moved[] = [
  ["constants.codata", "constants"],
  ["constants.constants", "constants"],
  ["fftpack.basic", "fftpack"],
  ["fftpack.helper", "fftpack"],
  ["integrate.odepack", "integrate"],
  ["integrate.quadpack", "integrate"],
  ["integrate.quadrature", "integrate"],
  ["interpolate.fitpack", "interpolate"],
  ["interpolate.fitpack2", "interpolate"],
  ["interpolate.interpolate", "interpolate"],
  ["interpolate.ndgriddata", "interpolate"],
  ["interpolate.polyint", "interpolate"],
  ["interpolate.rbf", "interpolate"],
  ["io.matlab.mio", "io.matlab"],
  ["linalg.basic", "linalg"],
  ["linalg.decomp", "linalg"],
  ["linalg.matfuncs", "linalg"],
  ["linalg.special_matrices", "linalg"],
  ["ndimage.filters", "ndimage"],
  ["ndimage.fourier", "ndimage"],
  ["ndimage.interpolation", "ndimage"],
  ["ndimage.measurements", "ndimage"],
  ["ndimage.morphology", "ndimage"],
  ["optimize.lbfgsb", "optimize"],
  ["optimize.minpack", "optimize"],
  ["optimize.nonlin", "optimize"],
  ["optimize.optimize", "optimize"],
  ["optimize.slsqp", "optimize"],
  ["optimize.zeros", "optimize"],
  ["signal.bsplines", "signal"],
  ["signal.filter_design", "signal"],
  ["signal.fir_filter_design", "signal"],
  ["signal.ltisys", "signal"],
  ["signal.signaltools", "signal"],
  ["signal.spectral", "signal"],
  ["signal.waveforms", "signal"],
  ["signal.wavelets", "signal"],
  ["sparse.base", "sparse"],
  ["sparse.construct", "sparse"],
  ["sparse.coo", "sparse"],
  ["sparse.csc", "sparse"],
  ["sparse.csr", "sparse"],
  ["sparse.linalg.dsolve", "sparse.linalg"],
  ["sparse.linalg.eigen.arpack", "sparse.linalg"],
  ["sparse.linalg.interface", "sparse.linalg"],
  ["sparse.linalg.isolve", "sparse.linalg"],
  ["spatial.ckdtree", "spatial"],
  ["spatial.kdtree", "spatial"],
  ["spatial.qhull", "spatial"],
  ["special.basic", "special"],
  ["special.orthogonal", "special"],
  ["stats.kde", "stats"],
  ["stats.morestats", "stats"],
  ["stats.stats", "stats"],
];

/** Single names; those without a package of their own are scipy's. */
const NAMES: readonly (readonly [old: string, fresh: string, since?: string])[] = [
  ["comb", "scipy.special.comb"],
  ["factorial", "scipy.special.factorial"],
  ["integrate.cumtrapz", "scipy.integrate.cumulative_trapezoid", "1.6"],
  ["integrate.simps", "scipy.integrate.simpson", "1.6"],
  ["integrate.trapz", "scipy.integrate.trapezoid", "1.6"],
  ["linalg.kron", "numpy.kron"],
  ["linalg.pinv2", "scipy.linalg.pinv"],
  ["linalg.tri", "numpy.tri"],
  ["linalg.tril", "numpy.tril"],
  ["linalg.triu", "numpy.triu"],
  ["misc.ascent", "scipy.datasets.ascent", "1.10"],
  ["misc.comb", "scipy.special.comb"],
  ["misc.electrocardiogram", "scipy.datasets.electrocardiogram", "1.10"],
  ["misc.face", "scipy.datasets.face", "1.10"],
  ["misc.factorial", "scipy.special.factorial"],
  ["misc.factorial2", "scipy.special.factorial2"],
  ["misc.factorialk", "scipy.special.factorialk"],
  ["misc.logsumexp", "scipy.special.logsumexp"],
  ["rand", "numpy.random.rand"],
  ["randn", "numpy.random.randn"],
  ["signal.hanning", "scipy.signal.windows.hann"],
  ["spatial.distance.matching", "scipy.spatial.distance.hamming"],
  ["special.btdtr", "scipy.special.betainc"],
  ["special.btdtri", "scipy.special.betaincinv"],
  ["stats.frechet_l", "scipy.stats.weibull_max"],
  ["stats.frechet_r", "scipy.stats.weibull_min"],
  ["stats.gilbrat", "scipy.stats.gibrat", "1.9"],
  ["stats.nanmean", "numpy.nanmean"],
  ["stats.nanmedian", "numpy.nanmedian"],
  ["stats.trapz", "scipy.stats.trapezoid", "1.5"],
];

/** Windows that `scipy.signal` had itself. */
const WINDOWS =
  "barthann bartlett blackman blackmanharris bohman boxcar chebwin cosine exponential flattop gaussian general_gaussian " +
  "hamming hann kaiser nuttall parzen slepian triang tukey";

/** Members of numpy that could be had from `scipy` itself. */
const FROM_NUMPY =
  "absolute all allclose amax amin angle any append arange arctan arctan2 argmax argmin argsort argwhere " +
  "around array array_equal asanyarray asarray atleast_1d atleast_2d average bincount ceil clip column_stack complex128 " +
  "complex64 concatenate conj conjugate convolve copy corrcoef cos cosh count_nonzero cov cross cumprod cumsum deg2rad " +
  "degrees delete diag diagonal diff digitize divide dot double dtype e einsum empty empty_like equal exp expand_dims " +
  "expm1 extract eye fabs fill_diagonal finfo flatnonzero flip fliplr flipud float32 float64 floor fmax fmin fmod " +
  "fromfunction fromiter full genfromtxt gradient histogram histogram2d hstack hypot identity imag indices inf inner " +
  "insert int16 int32 int64 int8 interp intersect1d invert isclose isfinite isinf isnan isreal isscalar kron linspace " +
  "load loadtxt log1p logical_and logical_not logical_or logical_xor logspace matmul matrix maximum mean " +
  "median meshgrid mgrid minimum mod multiply nan nan_to_num nanmax nanmean nanmin nanstd nansum ndarray ndim negative " +
  "newaxis nonzero ones ones_like outer pad percentile pi piecewise poly1d polyfit polyval prod r_ rad2deg radians " +
  "ravel real reciprocal repeat reshape resize roll roots rot90 round save savetxt savez searchsorted select shape sign " +
  "sin sinc sinh size sort split square squeeze stack std subtract sum swapaxes take tan tanh tensordot tile trace " +
  "transpose tri tril triu uint16 uint32 uint64 uint8 union1d unique unwrap vander var vdot vectorize vstack where zeros " +
  "zeros_like";

/** Those of them that answer with complex numbers where numpy's own say `nan`. */
const FROM_SCIMATH = "arccos arcsin arctanh log log10 log2 logn power sqrt";

const names: readonly RenamedName[] = [
  ...FROM_NUMPY.split(" ").map((name) => ({ old: `scipy.${name}`, new: `numpy.${name}` })),
  ...FROM_SCIMATH.split(" ").map((name) => ({ old: `scipy.${name}`, new: `numpy.lib.scimath.${name}` })),
  ...WINDOWS.split(" ").map((name) => ({ old: `scipy.signal.${name}`, new: `scipy.signal.windows.${name}` })),
  ...MODULES.map(([old, fresh]) => ({ old: `scipy.${old}`, new: `scipy.${fresh}` })),
  ...NAMES.map(([old, fresh, since]) => ({
    old: `scipy.${old}`,
    new: fresh,
    ...(since === undefined ? {} : { since }),
  })),
];

const SOLVERS = ["bicg", "bicgstab", "cg", "cgs", "gcrotmk", "gmres", "lgmres", "minres", "qmr", "tfqmr"];

const keywords: readonly RenamedKeyword[] = SOLVERS.map((name) => ({
  callable: `scipy.sparse.linalg.${name}`,
  old: "tol",
  new: "rtol",
  since: "1.12",
}));

/** scipy, by what was tried with 1.4, 1.10 and 1.18. */
export const SCIPY: Library = { distribution: "scipy", names, keywords };
