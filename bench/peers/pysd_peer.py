"""Runs a model file in PySD and in Weir, by Euler's method with the same step, and compares every variable.

usage: python pysd_peer.py MODEL.xmile [months]

PySD always integrates by Euler's method. Every variable that has a column in PySD is compared at every month; a
relative difference above 1e-9 ends with 1. Weir is run from its built command line, on the model file alone.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import pysd

STEP = "0.015625"  # 1/64, a power of two, so that an added-up clock is exact.
TOLERANCE = 1e-9
# Below this share of the largest value of its path, a value is compared as if it had that size.
SMALL = 1e-6
WEIR = pathlib.Path(__file__).resolve().parents[2] / "packages" / "cli" / "bin" / "weir.js"


def slug(name):
    return re.sub(r"^_+|_+$", "", re.sub(r"[^a-z0-9]+", "_", name.lower()))


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    text = source.read_text(encoding="utf-8")
    months = int(sys.argv[2]) if len(sys.argv) > 2 else round(float(re.search(r"<stop>([^<]*)", text)[1]))
    text = re.sub(r"<stop>[^<]*</stop>", f"<stop>{months}</stop>", text)
    text = re.sub(r"<dt>[^<]*</dt>", f"<dt>{STEP}</dt>", text)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "model.xmile"
        file.write_text(text, encoding="utf-8")
        own = weir(file, months)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = pysd.read_xmile(str(file))
            other = model.run(return_timestamps=list(range(months + 1)))
    worst, where, compared = 0.0, "", 0
    for name in other.columns:
        mine = own.get(slug(name))
        if mine is None:
            continue
        compared += 1
        theirs = [float(value) for value in other[name]]
        size = max(abs(value) for value in mine)
        for month, (a, b) in enumerate(zip(mine, theirs)):
            difference = abs(a - b) / max(abs(a), SMALL * size, 1e-300)
            if difference > worst:
                worst, where = difference, f"{name}, month {month}"
    print(f"PySD {pysd.__version__}: {compared} variables, {months} months, Euler, dt 1/64")
    print(f"largest relative difference {worst:.1e} ({where})")
    if compared == 0 or worst > TOLERANCE:
        sys.exit(1)


def weir(file, months):
    words = ["run", str(file), "--method", "euler", "--dt", STEP, "--until", str(months)]
    words += ["--save-every", "1", "--format", "json"]
    ran = subprocess.run(["node", str(WEIR), *words], capture_output=True, text=True, check=True)
    series = json.loads(ran.stdout)["series"]
    if len(series.pop("month")) != months + 1:
        raise SystemExit("the samples are not the months")
    return series


main()
