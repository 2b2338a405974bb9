"""Reads the folder of a study that Pasar has written.

The standard library is enough for the tables in CSV. With pandas they come as data frames; the runs, which are Parquet,
need pyarrow or DuckDB. Units and titles of columns are in ``attrs``, as ``datapackage.json`` declares them.

    import pasar
    study = pasar.Study("output/tiktok-shop-ban-9163809e")
    effects = study.effects()
    effects.attrs["units"]["members"]
"""

import csv
import hashlib
import json
from pathlib import Path

try:
    import pandas
except ImportError:
    pandas = None


class Altered(Exception):
    """A file is not as it was written, or is gone. ``faults`` has a pair for each: its name and what is wrong with it."""

    def __init__(self, faults):
        super().__init__("; ".join(f"{name}: {what}" for name, what in faults))
        self.faults = faults


class Rows(list):
    """Rows as dictionaries, with ``attrs`` as a data frame has them: what a table is where there is no pandas."""

    def __init__(self, rows, attrs):
        super().__init__(rows)
        self.attrs = attrs


class Study:
    """The folder of a comparison, of a run or of a study of many points."""

    def __init__(self, folder, check=True):
        """
        :param check: whether every file is held against its sha256 first
        :raises Altered: where one is not as it was written
        :raises FileNotFoundError: where the folder is no study that says what is in it
        """
        self.folder = Path(folder)
        self.described = self._json("datapackage.json")
        manifest = self.folder / "manifest.json"
        self.manifest = self._json("manifest.json") if manifest.exists() else None
        if check:
            self.check()

    def check(self):
        """Holds every file against the manifest, and the tables of a study without one against ``datapackage.json``."""
        faults = [fault for name, sha256 in self._hashes() if (fault := self._fault(name, sha256))]
        if faults:
            raise Altered(faults)

    def names(self):
        """The tables that there are, by their files."""
        return [resource["path"] for resource in self.described["resources"]]

    def effects(self):
        """Paired differences of policies, by window, measure and group."""
        return self.table("effects.csv")

    def levels(self):
        """Means of a scenario that was run alone, by window, measure and group."""
        return self.table("levels.csv")

    def flows(self):
        """Where the sales of a venue went, and where those of others came from."""
        return self.table("switching.csv")

    def runs(self):
        """Every run: day by day of a comparison, a row a run of a study of many points. Needs pyarrow or DuckDB."""
        return self.table(next(name for name in ("series.parquet", "runs.parquet") if name in self.names()))

    def table(self, name):
        """
        A table by its file.

        :returns: a data frame where there is pandas, else ``Rows``; no number is ``nan`` and ``None``
        :raises KeyError: where the folder has no such table
        """
        resource = next((one for one in self.described["resources"] if one["path"] == name), None)
        if resource is None:
            raise KeyError(f"{self.folder} has no {name}: it has {', '.join(self.names())}")
        fields = resource["schema"]["fields"]
        attrs = {
            "title": resource["title"],
            "units": {field["name"]: field["unit"] for field in fields if "unit" in field},
            "titles": {field["name"]: field["titles"] for field in fields},
        }
        path = self.folder / name
        if name.endswith(".parquet"):
            return _parquet(path, attrs)
        return _csv(path, fields, attrs)

    def _json(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def _hashes(self):
        if self.manifest is not None:
            return [(file["name"], file["sha256"]) for file in self.manifest["files"]]
        return [(one["path"], one["hash"].split(":")[1]) for one in self.described["resources"]]

    def _fault(self, name, sha256):
        path = self.folder / name
        if not path.is_file():
            return name, "is not there"
        found = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                found.update(piece)
        return None if found.hexdigest() == sha256 else (name, "is not as it was written")


_TYPES = {"integer": int, "number": float}


def _csv(path, fields, attrs):
    if pandas is not None:
        texts = {field["name"]: str for field in fields if field["type"] == "string"}
        dates = [field["name"] for field in fields if field["type"] == "date"]
        # Only what is empty is missing: a group may be called NA.
        frame = pandas.read_csv(path, dtype=texts, parse_dates=dates, keep_default_na=False, na_values=[""])
        frame.attrs = attrs
        return frame
    types = [_TYPES.get(field["type"], str) for field in fields]
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        names = next(lines)
        rows = [
            {name: kind(cell) if cell != "" else None for name, kind, cell in zip(names, types, line)}
            for line in lines
        ]
    return Rows(rows, attrs)


def _parquet(path, attrs):
    try:
        from pyarrow import parquet
    except ImportError:
        return _duckdb(path, attrs)
    table = parquet.read_table(path)
    if pandas is None:
        return Rows(table.to_pylist(), attrs)
    frame = table.to_pandas()
    frame.attrs = attrs
    return frame


def _duckdb(path, attrs):
    try:
        import duckdb
    except ImportError:
        raise ImportError(f"{path.name} is Parquet: install pyarrow or duckdb to read it") from None
    found = duckdb.read_parquet(str(path))
    if pandas is None:
        names = found.columns
        return Rows([dict(zip(names, row)) for row in found.fetchall()], attrs)
    frame = found.df()
    frame.attrs = attrs
    return frame
