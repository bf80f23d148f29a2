"""Only the public internet: a name is resolved once, judged, and that very address connected to.

A server's name may come from a user's text, and what it resolves to may change between a look and
a connection. So the judging happens inside of the connecting.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Final

import httpcore2
import httpx2

Resolve = Callable[[str, int], Awaitable[list[str]]]

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_TRIES: Final = 3


class NotPublic(Exception):
    """The name leads to an address that is not on the public internet; nothing was sent."""


def is_public(address: str) -> bool:
    """Whether anyone on the internet could reach `address`: no loopback, private, link-local,
    shared, multicast or reserved one, nor an IPv6 address that stands for such an IPv4 one.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inside = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inside is None and ip in _NAT64:
            inside = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(str(inside))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


async def resolved(host: str, port: int) -> list[str]:
    """The addresses that `host` has now; raises OSError when it has none."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class PublicOnly(httpcore2.AsyncNetworkBackend):
    """Connects to public addresses and to nothing else."""

    def __init__(self, inner: httpcore2.AsyncNetworkBackend, resolve: Resolve = resolved) -> None:
        self._inner = inner
        self._resolve = resolve

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to an address that was checked; raises NotPublic or ConnectError."""
        try:
            addresses = await asyncio.wait_for(self._resolve(host, port), timeout)
        except (OSError, TimeoutError) as error:
            raise httpcore2.ConnectError("the name of the server is not known") from error
        if not addresses or not all(is_public(address) for address in addresses):
            raise NotPublic
        for address in addresses[:_TRIES]:
            try:
                return await self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed


class PublicTransport(httpx2.AsyncHTTPTransport):
    """httpx2's own transport on a pool that connects to public addresses only, past any proxy.

    httpx2 has no argument for the network backend of its pool; httpcore2 does.
    """

    def __init__(self, resolve: Resolve = resolved) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            max_connections=100,
            max_keepalive_connections=50,
            keepalive_expiry=30,
            network_backend=PublicOnly(httpcore2.AnyIOBackend(), resolve),
        )
