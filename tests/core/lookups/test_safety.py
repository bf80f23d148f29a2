"""Where calls may go, and where keys may not: the public internet only, and headers only."""

import asyncio
import logging

import httpcore2
import httpx2
import pytest

from core import lookups
from core.lookups.addresses import NotPublic, PublicOnly, PublicTransport, is_public
from tests.core.lookups.conftest import GOOD

PRIVATE = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.7",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2001:db8::1",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public(address) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_an_address_that_is_public(address) -> None:
    assert is_public(address)


class Doors(httpcore2.AsyncNetworkBackend):
    """Notes which addresses would have been connected to."""

    def __init__(self) -> None:
        self.tried: list[str] = []

    async def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.tried.append(host)
        raise httpcore2.ConnectError("closed")


def resolver(*answers: list[str]):
    """Gives one answer after the other, as a name server that changes its mind."""
    left = list(answers)

    async def resolve(host: str, port: int) -> list[str]:
        return left.pop(0) if len(left) > 1 else left[0]

    return resolve


def connect(doors: Doors, resolve) -> None:
    asyncio.run(PublicOnly(doors, resolve).connect_tcp("social.example", 443))


@pytest.mark.parametrize("answer", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::1"], []])
def test_a_name_that_leads_inside_is_not_connected_to(answer) -> None:
    doors = Doors()
    with pytest.raises(NotPublic):
        connect(doors, resolver(answer))
    assert doors.tried == []


def test_the_very_address_that_was_judged_is_connected_to() -> None:
    """A name that means another address the second time it is asked for helps nobody."""
    doors = Doors()
    with pytest.raises(httpcore2.ConnectError):
        connect(doors, resolver(["93.184.216.34"], ["127.0.0.1"]))
    assert doors.tried == ["93.184.216.34"]


def test_the_transport_in_use_judges_addresses() -> None:
    """httpx2 has no argument for it, so this holds the way in which it is put there."""

    async def get() -> None:
        transport = PublicTransport(resolver(["169.254.169.254"]))
        async with httpx2.AsyncClient(transport=transport) as client:
            await client.get("https://metadata.example/latest")

    with pytest.raises(NotPublic):
        asyncio.run(get())
    assert lookups.Settings().transport is PublicTransport


def test_a_server_inside_gets_a_sentence_and_no_call(desk) -> None:
    run_id = desk.open({"mastodon": ["mira@inside.example"]})

    def inside() -> httpx2.AsyncBaseTransport:
        return PublicTransport(resolver(["192.168.0.10"]))

    settings = lookups.Settings(transport=inside)
    thread = lookups.Runner(desk.store.lookups, settings).start(run_id, lookups.Secrets())
    thread.join(30)
    assert desk.store.lookups.rows(run_id)["state"].tolist() == ["not_public"]


def test_a_name_nobody_knows_is_no_answer() -> None:
    async def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    doors = Doors()
    with pytest.raises(httpcore2.ConnectError, match="name of the server"):
        connect(doors, unknown)
    assert doors.tried == []


def test_keys_are_in_headers_and_nowhere_else(desk, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    run_id = desk.open({"youtube": ["teatime"], "instagram": ["leaf"], "x": ["kettle"]})
    desk.fault("500", "", times=2)
    assert set(desk.go(run_id)["state"]) == {"found"}
    stored = desk.store.engine.raw_connection()
    everything = "\n".join(stored.driver_connection.iterdump())  # every table, as text
    stored.close()
    shown = caplog.text + everything + " ".join(desk.network.faults.seen)
    shown += repr(lookups.Secrets.found(GOOD))
    assert [secret for secret in GOOD.values() if secret in shown] == []
    assert "access_token" not in shown


def test_secrets_come_from_the_first_place_that_has_one() -> None:
    secrets = lookups.Secrets.found(
        {"microscope_x_token": "  "}, {"microscope_x_token": "a "}, {"microscope_x_token": "b"}
    )
    assert secrets.of("x") == "a"
    assert secrets.has("bluesky") and secrets.has("x") and not secrets.has("youtube")


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        ("youtube", "10,000 units a day are free: about 3,300 accounts."),
        ("instagram", "The token belongs to @kettle. 12 % of the hour's calls used."),
        ("x", "1,200 of 3,000,000 posts read this month."),
    ],
)
def test_a_key_can_be_tested(desk, platform, said) -> None:
    runner = lookups.Runner(desk.store.lookups, desk.settings())
    assert runner.test(platform, lookups.Secrets.found(GOOD)) == said
    with pytest.raises(lookups.Refused) as refused:
        runner.test(
            platform,
            lookups.Secrets.found(
                {f"microscope_{n}": "bad" for n in ("youtube_key", "instagram_token", "x_token")}
            ),
        )
    assert refused.value.outcome.state == "expired"


def test_a_key_can_be_tested_from_a_notebook(desk) -> None:
    """There an event loop runs already, in the very thread that asks."""

    async def cell() -> str:
        runner = lookups.Runner(desk.store.lookups, desk.settings())
        return runner.test("youtube", lookups.Secrets.found(GOOD))

    assert asyncio.run(cell()).startswith("10,000 units a day")
