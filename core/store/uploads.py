"""Files brought in: kept whole or not at all, read back as tidy tables, removed without rest."""

import hashlib
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol
from uuid import uuid4

import pandas as pd
from sqlalchemy import Select, delete, select
from sqlmodel import Session, col

from core import ids as own_ids
from core import tables
from core.errors import AlreadyHere, StoreError
from core.store import frames, sample
from core.store.listing import listing
from core.store.models import Upload, UploadTable

_PROBLEMS = "problems"
_IDS = "ids"  # of a brand's own, and whose they are
_WAITING = "waiting"  # those of whom no table told when the file came in


class Reading(Protocol):
    """What a reader understood of one file; core.readers makes it."""

    @property
    def format(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def tables(self) -> Mapping[str, pd.DataFrame]: ...
    @property
    def problems(self) -> pd.DataFrame: ...
    @property
    def ids(self) -> pd.DataFrame: ...
    @property
    def waiting(self) -> Collection[str]: ...
    @property
    def rows(self) -> int: ...
    @property
    def rows_kept_out(self) -> int: ...


def keep(reading: Reading, *, session: Session, upload: Upload) -> None:
    """Adds the upload and its tables; raises AlreadyHere for bytes that are here under any name."""
    same = session.scalars(select(Upload).where(col(Upload.sha256) == upload.sha256)).first()
    if same is not None:
        day = f"{same.added_at:%d %B %Y}".lstrip("0")
        known = "" if same.name == upload.name else f" under the name “{same.name}”"
        raise AlreadyHere(
            f"“{upload.name}” was already brought in on {day}{known}.",
            "To bring it in again, remove that upload first.",
            same.id,
        )
    if upload.sample:
        sample.enter(session=session, now=upload.added_at)
    session.add(upload)
    session.flush()  # the tables point at it
    for name, frame in _filled(reading.tables, upload).items():
        if len(frame):
            _add(frame, name, session=session, upload=upload)
    if len(reading.problems):
        _add(frames.problems(reading.problems), _PROBLEMS, session=session, upload=upload)
    if len(reading.ids):
        _add(reading.ids.reset_index(drop=True), _IDS, session=session, upload=upload)
    if reading.waiting:
        without = pd.DataFrame({"id": sorted(reading.waiting)}, dtype="str")
        _add(without, _WAITING, session=session, upload=upload)


def new(
    reading: Reading,
    *,
    name: str,
    content_sha256: str,
    size: int,
    found_via: str | None,
    owner: str | None,
    sample: bool,
    added_at: datetime,
) -> Upload:
    """The row of a file, not in the database yet; blank `found_via` and `owner` are unknown."""
    return Upload(
        id=uuid4().hex,
        name=name,
        sha256=content_sha256,
        size=size,
        format=reading.format,
        label=reading.label,
        sentence=reading.sentence,
        rows=reading.rows,
        rows_kept_out=reading.rows_kept_out,
        found_via=(found_via or "").strip() or None,
        owner=(owner or "").strip().removeprefix("@") or _owner(reading.tables["follows"]),
        sample=sample,
        added_at=added_at,
    )


def _owner(follows: pd.DataFrame) -> str | None:
    """Whose export it is: the one name that is on one side or the other of every row."""
    names = pd.concat([follows["handle"], follows["follower"]]).dropna()
    counts = names.value_counts()
    sole = len(counts) and counts.iloc[0] == len(follows) and len(follows) > 1
    return str(counts.index[0]) if sole else None


def load(*, session: Session, upload_id: str | None = None) -> dict[str, pd.DataFrame]:
    """The tidy tables of one upload, or of all in the order they came."""
    query = (
        select(col(Upload.id), col(UploadTable.name), col(UploadTable.parquet))
        .join(Upload, col(Upload.id) == col(UploadTable.upload_id))
        .where(col(UploadTable.name).in_(tables.NAMES))
        .order_by(col(Upload.number))
    )
    if upload_id is not None:
        _require(upload_id, session=session)
        query = query.where(col(UploadTable.upload_id) == upload_id)
    unnamed = _unnamed(session=session)
    known = ids(session=session) if unnamed else own_ids.nobody()
    kept = (
        own_ids.named(
            {name: _as_now(frames.from_parquet(parquet), name)}, unnamed.get(upload, ()), known
        )
        for upload, name, parquet in session.execute(query)
    )
    return tables.join(kept)


def _unnamed(*, session: Session) -> dict[str, list[str]]:
    """The ids in each own upload of whom no table told when it came in."""
    return {
        upload: frames.from_parquet(parquet)["id"].tolist()
        for upload, _, parquet in session.execute(_own(_WAITING))
    }


def _own(name: str) -> Select[str, str, bytes]:
    """Id and file name of each own upload with a table of this name, and the table."""
    return (
        select(col(Upload.id), col(Upload.name), col(UploadTable.parquet))
        .join(Upload, col(Upload.id) == col(UploadTable.upload_id))
        .where(col(UploadTable.name) == name, ~col(Upload.sample))
        .order_by(col(Upload.number))
    )


def _as_now(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """A table as it was kept, with the columns that have come since."""
    return frame if len(frame.columns) == len(tables.COLUMNS[name]) else tables.conform(frame, name)


def problems(upload_id: str, *, session: Session) -> pd.DataFrame:
    """The rows of one upload that were kept out: file, row, column, value, reason."""
    _require(upload_id, session=session)
    kept = session.get(UploadTable, (upload_id, _PROBLEMS))
    return frames.problems(pd.DataFrame()) if kept is None else frames.from_parquet(kept.parquet)


def ids(*, session: Session) -> pd.DataFrame:
    """Whose the ids in a brand's own tables are, by the own uploads: id, platform, handle, file."""
    return _said(_IDS, own_ids.nobody(), session=session)


def waiting(*, session: Session) -> pd.DataFrame:
    """The ids in own uploads whose people no table tells yet: id, file."""
    found = _said(_WAITING, own_ids.nobody()[["id"]], session=session)
    return found[~found["id"].isin(ids(session=session)["id"])].reset_index(drop=True)


def _said(name: str, none: pd.DataFrame, *, session: Session) -> pd.DataFrame:
    kept = [
        frames.from_parquet(parquet).assign(file=file)
        for _, file, parquet in session.execute(_own(name))
    ]
    return pd.concat([none.assign(file=none["id"]), *kept], ignore_index=True)


def every(*, session: Session) -> pd.DataFrame:
    """One line an upload, newest first; no table is read."""
    return listing(Upload, session=session, newest_first_by="number", without=("number",))


def version(*, session: Session) -> str:
    """A hash that changes when, and only when, `load` would give something else."""
    # The id stands for what `keep` wrote into the rows: upload_id, and seen_at, the time of it.
    columns = (Upload.id, Upload.sha256, Upload.found_via, Upload.owner)
    rows = session.execute(select(*map(col, columns)).order_by(col(Upload.number)))
    return hashlib.sha256(repr([tuple(row) for row in rows]).encode()).hexdigest()


def remove(upload_id: str, *, session: Session) -> None:
    """Removes an upload and its tables; removing what is gone already is no error."""
    session.execute(delete(Upload).where(col(Upload.id) == upload_id))
    if not sample.is_in(session=session):
        sample.leave(session=session)


def known_of(creators: Collection[str], *, session: Session, sample: bool) -> set[str]:
    """Which of `creators` (`platform/handle`) the files of the sample shop, or the own, know."""
    query = (
        select(col(UploadTable.name), col(UploadTable.parquet))
        .join(Upload, col(Upload.id) == col(UploadTable.upload_id))
        .where(col(Upload.sample) == sample, col(UploadTable.name).in_(tables.NAMES))
    )
    unseen = set(creators)
    for name, parquet in session.execute(query) if unseen else ():
        unseen -= _known_in(name, parquet, unseen)
        if not unseen:
            break
    return set(creators) - unseen


def _known_in(name: str, parquet: bytes, creators: Collection[str]) -> set[str]:
    """Those of `creators` that the table has, as an account or, in follows, as a follower."""
    sides = ("handle", "follower") if name == "follows" else ("handle",)
    frame = frames.from_parquet(parquet, ["platform", *sides])
    keys = (tables.creator_key(frame.assign(handle=frame[side])) for side in sides)
    return {creator for key in keys for creator in key[key.isin(list(creators))]}


def _require(upload_id: str, *, session: Session) -> None:
    if session.scalar(select(col(Upload.id)).where(col(Upload.id) == upload_id)) is None:
        raise StoreError("This upload is not here any more.", "Reload the page to see what is.")


def _add(frame: pd.DataFrame, name: str, *, session: Session, upload: Upload) -> None:
    session.add(UploadTable(upload_id=upload.id, name=name, parquet=frames.to_parquet(frame)))


def _filled(read: tables.Tables, upload: Upload) -> dict[str, pd.DataFrame]:
    """The tables with what is known of the whole file written where a row does not say."""
    filled = {}
    for name, frame in read.items():
        rows = tables.conform(frame.assign(upload_id=upload.id), name)
        for column, value in (("found_via", upload.found_via), ("seen_at", upload.added_at)):
            if column in rows and value is not None:
                rows[column] = rows[column].fillna(value)
        filled[name] = _owned(rows, upload.owner) if name == "follows" and upload.owner else rows
    if upload.found_via and len(filled.get("posts", ())):
        filled["accounts"] = _with_posters(filled["accounts"], filled["posts"], upload)
    return filled


def _with_posters(accounts: pd.DataFrame, posts: pd.DataFrame, upload: Upload) -> pd.DataFrame:
    """`accounts` with those that only the posts name: a list of posts finds people too."""
    posters = posts.dropna(subset=["handle"]).drop_duplicates(["platform", "handle"])
    new = posters[~tables.creator_key(posters).isin(set(tables.creator_key(accounts)))]
    if new.empty:
        return accounts
    seen = new[["platform", "handle", "seen_at", "upload_id"]].assign(found_via=upload.found_via)
    return pd.concat([accounts, tables.conform(seen, "accounts")], ignore_index=True)


def _owned(follows: pd.DataFrame, owner: str) -> pd.DataFrame:
    """`follows` with the owner of the file on the side that the file leaves open."""
    followed = follows["handle"].isna() & follows["follower"].notna()
    follower = follows["follower"].isna() & follows["handle"].notna()
    return follows.assign(
        handle=follows["handle"].mask(followed, owner),
        follower=follows["follower"].mask(follower, owner),
    )
