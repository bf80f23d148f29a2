"""What a column is called, in whatever spelling and language, and which tidy column that means."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from core.readers import texts

# The tidy columns (and a few helpers: platform, url, post_url, email, phone) and what they are
# called.
# An average is written once: words for “average” and “count” are taken off before the look-up.
_ALIASES: Final = {
    "handle": "username, user name, user, screen name, handle, account username, account, user handle, channel info, "
    "platform username, acct, account address, profile name, owner username, account handle, "
    "creator handle, @, "
    "influencer handle, nickname, login, unique id, author username, author handle, "
    "benutzername, nutzername, usuario, "
    "usuário, nom d'utilisateur, utilisateur, nome utente, gebruikersnaam, kullanıcı adı, "
    "имя пользователя, profil, profile, "
    "konto, nazwa użytkownika, username handle, insta handle, account owner, influencer "
    "username, creator username",
    "name": "full name, fullname, display name, name, account name, channel title, title, real name, influencer, creator, "
    "influencer name, creator name, channel name, channel, er name, youtuber, tiktoker, "
    "instagrammer, blogger, author, "
    "page name, nom, nombre, nome, naam, vollständiger name, kanal, owner full name, page, imię",
    "url": "url, link, profile url, profile link, profile, input url, profile uri, account url, account link, channel url, "
    "channel link, href, page url, social link, profil url, profil link, user url, "
    "webprofile, media url, creator url",
    "platform": "platform, network, social network, social media, channel type, plattform, netzwerk, plataforma, "
    "plateforme, réseau, red social, piattaforma, social platform, media",
    "followers": "followers, follower, subscribers, subscriber, fans, fan, edge followed by, people following, followers at posting, "
    "abonnenten, inscritos, abonnés, seguidores, suscriptores, seguaci, volgers, takipçi, "
    "подписчики, obserwujący, "
    "follower total, total followers, audience size, community size, reichweite follower, "
    "edge followed by count, iscritti, "
    "followerzahl, followeranzahl, subs, フォロワー, フォロワー数, 粉丝数, 팔로워",
    "following": "following, followings, follows, friends, people they follow, abonnements, seguidos, gefolgt, folgt, "
    "suivis, edge follow count, siguiendo, seguindo",
    "posts": "posts, post, media, statuses, tweets, videos, total videos, uploads, total posts, beiträge, publicaciones, "
    "publications, publicações, berichten",
    "likes": "likes, like, favorites, favorite, favourites, reactions, gefällt mir, me gusta, j'aime, curtidas, mi piace, "
    "diggs, hearts, total likes received on post, vind ik leuks",
    "comments": "comments, comment, replies, reply, kommentare, comentarios, commentaires, comentários, commenti, reacties",
    "views": "views, view, video views, plays, video plays, aufrufe, visualizações, visualizaciones, vues, visualizzazioni, "
    "weergaven, video view, play, watch",
    "shares": "shares, share, retweets, retweet, reposts, repost, geteilt, compartidos, partages, compartilhamentos",
    "saves": "saves, save, saved, bookmarks, bookmark, collects, collect, gespeichert, guardados, add to favorites",
    "reach": "reach, reichweite, alcance, portée, unique reach",
    "total_likes": "total likes, likes total, hearts total, total hearts, heart",
    "engagement_rate_claimed": "engagement rate, er, eng rate, engagement, 60d eng rate, engagement rate %, er %, e r, "
    "engagementrate, interaktionsrate, tasa de engagement, taux d'engagement, taxa de "
    "engajamento, engagement %, "
    "eng %, engagement rate 60 days, rate of engagement, eng rate 60d, 60 day eng rate",
    "price": "price, price per post, rate, rate per post, fee, cost, cost per post, post price, preis, preis pro post, honorar, "
    "precio, prix, preço, prezzo, prijs, tarif, tarifa, quote, asking price, post rate, "
    "starting price, price from, "
    "minimum price, min price, budget per post, price per video, rate card, kosten, tkp "
    "preis, price per reel, charge",
    "currency": "currency, währung, moneda, devise, moeda, valuta, curr",
    "bio": "bio, biography, description, profile description, about, signature, biografie, biografía, profile bio",
    "category": "category, category 1, category 1 name, niche, topic, topics, vertical, business category name, kategorie, "
    "categoría, catégorie, categoria, thema, industry, main category, primary category, "
    "genre, niches, categories",
    "country": "country, audience country, audience country mostly, land, país, pays, paese, location country, country code, "
    "region, market",
    "verified": "verified, is verified, blue tick, verifiziert, verificado, vérifié",
    "private": "private, is private, private account, privat, privado, privé, protected",
    "has_picture": "has profile picture, has picture, profile picture, has profile pic",
    "found_via": "found via, source, quelle, list, origin, fuente",
    "post_url": "post url, permalink, post link, video link, video url, link to post, tweet permalink, content url, reel url, "
    "post permalink, tweet url, url of post, content link, media link",
    "post_id": "post id, shortcode, short code, tweet id, video id, media id, content id, code, status id",
    "posted_at": "date, publish time, posted at, post time, post date, pub date, created at, timestamp, time, published, "
    "published at, posted, upload date, datum, fecha, taken at, date posted, create time, "
    "video publish time, "
    "taken at timestamp, publication date, post created, created, veröffentlicht",
    "caption": "caption, post text, text, tweet text, content, post, post caption, video title, beschreibung, message, tweet, full text",
    "kind": "type, post type, media type, content type, product type, format, typ",
    "sponsored": "sponsored, is sponsored, paid partnership, is ad, ad, is paid partnership, branded content",
    "seen_at": "seen at, last updated, updated at, scraped at, last checked, as of, stand, snapshot date, checked on, fetched at",
    "email": "email, e mail, mail, email address, e mail address, e mail adresse, correo, contact email, business email",
    "phone": "phone, phone number, telephone, telefon, tel, mobile, whatsapp, contact phone, phone no",
}
_BY_NAME: Final = {
    alias.strip(): meaning for meaning, aliases in _ALIASES.items() for alias in aliases.split(",")
}
MEANINGS: Final = tuple(
    meaning for meaning in _ALIASES if meaning not in {"total_likes", "email", "phone"}
)
_PLATFORMS: Final = {
    **dict.fromkeys(("instagram", "insta", "ig", "instagrammer"), "instagram"),
    **dict.fromkeys(("tiktok", "tiktoker", "tik tok", "tt"), "tiktok"),
    **dict.fromkeys(("youtube", "youtuber", "yt", "you tube", "you tuber"), "youtube"),
    **dict.fromkeys(("twitter", "x"), "x"),
    **dict.fromkeys(("facebook", "fb"), "facebook"),
    **dict.fromkeys(("bluesky", "bsky"), "bluesky"),
    **dict.fromkeys(("snapchat", "snap"), "snapchat"),
    **{name: name for name in ("mastodon", "linkedin", "threads", "twitch", "pinterest")},
}
_PLATFORM: Final = re.compile(rf"\b(?:{'|'.join(sorted(_PLATFORMS, key=len, reverse=True))})\b")
_AVERAGE: Final = re.compile(
    r"\b(?:avg|average|averages|mean|per post|per "
    r"video|durchschnitt\w*|ø|promedio|moyenne|média|media de|gemiddeld\w*|typical)\b|ø"
)
_COUNT: Final = re.compile(
    r"^(?:number of|no of|num|count of|nb|anzahl(?: der)?|número de|nombre de|n° de|total "
    r"number of)\s|\s(?:values?|numbers?|counts?|anzahl|nos?)$"
)
_SYMBOLS: Final = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "zł": "PLN",
    "₺": "TRY",
    "₽": "RUB",
    "r$": "BRL",
    "kč": "CZK",
    "₩": "KRW",
}
ISO: Final = ["EUR", "USD", "GBP", "CHF", "JPY", "INR", "PLN", "TRY", "RUB", "BRL", "CZK", "KRW", "SEK", "NOK", "DKK", "HUF", "RON", "BGN", "AUD", "CAD", "NZD", "SGD", "HKD", "CNY", "TWD", "THB", "IDR", "MYR", "PHP", "VND", "MXN", "ARS", "CLP", "COP", "PEN", "ZAR", "NGN", "KES", "EGP", "MAD", "AED", "SAR", "ILS", "UAH"]
_CURRENCY: Final = re.compile(rf"\b({'|'.join(ISO).lower()})\b|(r\$|kč|zł|[€$£¥₹₺₽₩])")


@dataclass(frozen=True, slots=True)
class Header:
    """One column's name: what it means (null: unknown), on which network, in which currency."""

    name: str
    meaning: str | None
    platform: str | None = None
    currency: str | None = None


def normal(name: str) -> str:
    """The name for comparing: NFKC, no invisible signs, words apart, one space, lower case."""
    shaped = texts.plain(unicodedata.normalize("NFKC", name))
    shaped = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shaped)
    return re.sub(r"[\s_\-./\\:()\[\]#*,|]+", " ", shaped).casefold().strip()


def currency(text: str) -> str | None:
    """The ISO code that a heading or a price names by code or sign; null if none."""
    found = _CURRENCY.search(text.casefold())
    if not found:
        return None
    return found[1].upper() if found[1] else _SYMBOLS[found[2]]


def read(name: str) -> Header:
    """The header of a column by its name alone; what is in it may overrule that."""
    words = normal(name)
    said = currency(words)
    words = " ".join(_CURRENCY.sub(" ", words).split()).removesuffix(" in") if said else words
    if words == "account address":
        return Header(
            name, "handle", "mastodon"
        )  # Mastodon's own lists; local accounts have no domain
    exact = _BY_NAME.get(words)
    if exact and exact not in {"name"}:
        return Header(name, exact, None, said)
    network = _PLATFORM.search(words)
    platform = _PLATFORMS[network[0]] if network else None
    rest = " ".join(_PLATFORM.sub(" ", words).split()) if network else words
    average = bool(_AVERAGE.search(rest))
    rest = " ".join(_AVERAGE.sub(" ", rest).split())
    bare = " ".join(_COUNT.sub(" ", rest).split())
    meaning = _BY_NAME.get(rest) or _BY_NAME.get(bare)
    if average:
        meaning = f"avg_{meaning}" if meaning in {"likes", "comments", "views"} else _kept(meaning)
    if network and not rest:
        meaning = "name"
    return Header(name, meaning, platform, said)


def _kept(meaning: str | None) -> str | None:
    """Averages of anything else have no column of their own; a rate stays a rate."""
    return meaning if meaning in {"engagement_rate_claimed", "price"} else None


def platform_in(text: str) -> str | None:
    """The network named in a file or sheet name; null if none or several are."""
    words = re.sub(r"[^\w]+|_", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)).casefold()
    found = {
        _PLATFORMS[match] for match in _PLATFORM.findall(words) if match not in {"x", "tt", "snap"}
    }
    return found.pop() if len(found) == 1 else None


def platform_called(cell: str) -> str | None:
    """The network that one cell of a platform column means; null if it is none we know."""
    return _PLATFORMS.get(normal(cell))
