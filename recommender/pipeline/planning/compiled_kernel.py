"""The kernel as it is or, for many problems, the same functions compiled by numba: the only place that knows numba."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec, module_from_spec
from inspect import isfunction
from types import ModuleType

from recommender.pipeline.planning import kernel


@cache
def compiled_kernel() -> ModuleType | None:
    """Return a second copy of the kernel, compiled; None where numba is not installed or may keep nothing.

    The first call of it on a machine compiles and keeps the result beside the file or in the user's cache. `copy` is
    the kernel's `copy_views` there. One mode only: numba mixes up modes in its cache (numba #6845).
    """
    if find_spec("numba") is None:
        return None
    from numba import njit

    spec = find_spec(kernel.__name__)
    assert spec is not None
    assert spec.loader is not None
    copy = module_from_spec(spec)
    spec.loader.exec_module(copy)
    functions = {**vars(copy), "copy": vars(copy)["copy_views"]}
    for name, function in functions.items():
        if isfunction(function) and function.__module__ == copy.__name__:
            try:
                setattr(copy, name, njit(cache=True, nogil=True, error_model="numpy")(function))
            except RuntimeError:  # no folder to write to (NUMBA_CACHE_DIR names one): each run would compile anew
                return None
    return copy
