"""Lists in the words, numbers, prices and code pages of many languages, as their authors save
them: the same rows come out of all.
"""

import pandas as pd
import pytest

from core.readers import read

# Name, code page, text, and what the first rows hold: network, handle, followers, average likes,
# rate, price, currency (null: not said).
LISTS: tuple[tuple[str, str, str, tuple[tuple[object, ...], ...]], ...] = (
    (
        "Agentur_Roster.csv",
        "cp1252",
        "Agentur Nordlicht;;;;;;\nStand: 12.10.2026;;;;;;\n;;;;;;\n"
        "Kanal;Account;Follower;Ø Likes;ER;Honorar;E-Mail\n"
        "Instagram;@lena.backt;34,5 Tsd.;1.234;3,7 %;350 €;lena@example.org\n"
        "TikTok;lena_backt;1,2 Mio.;45.678;3,9 %;1.200,00 €;lena@example.org\n"
        "Gesamt;;;;;;\n",
        (
            ("instagram", "lena.backt", 34_500, 1_234, 0.037, 350, "EUR"),
            ("tiktok", "lena_backt", 1_200_000, 45_678, 0.039, 1_200, "EUR"),
        ),
    ),
    (
        "jp.csv",
        "cp932",
        "媒体,アカウント名,名前,フォロワー数,平均いいね数,エンゲージメント率,単価（円）\n"
        "Instagram,yuki_cooks,ゆき,12.3万,3456,2.85%,150000\n"
        "TikTok,taro.dance,太郎,1.2億,88万,0.75%,500000円\n"
        "YouTube,@hana_ch,花,4500,120,2.8%,3万円\n",
        (
            ("instagram", "yuki_cooks", 123_000, 3_456, 0.0285, 150_000, "JPY"),
            ("tiktok", "taro.dance", 120_000_000, 880_000, 0.0075, 500_000, "JPY"),
            ("youtube", "hana_ch", 4_500, 120, 0.028, 30_000, "JPY"),
        ),
    ),
    (
        "ko.csv",
        "cp949",
        "플랫폼,계정,이름,팔로워 수,평균 좋아요,참여율,단가\n"
        "인스타그램,@minji_eats,민지,12.3만,3456,2.8%,50만원\n"
        "유튜브,joon.tech,준,4천,120,3.1%,200000원\n",
        (
            ("instagram", "minji_eats", 123_000, 3_456, 0.028, 500_000, "KRW"),
            ("youtube", "joon.tech", 4_000, 120, 0.031, 200_000, "KRW"),
        ),
    ),
    (
        "zh.csv",
        "gb18030",
        "平台,账号,昵称,粉丝数,平均点赞,报价（元）\n"
        "小红书,xhs_anna,安娜,12.3万,3456,5000\nInstagram,li.cooks,小李,1.2亿,8.8万,3万\n",
        (
            ("xiaohongshu", "xhs_anna", 123_000, 3_456, None, 5_000, "CNY"),
            ("instagram", "li.cooks", 120_000_000, 88_000, None, 30_000, "CNY"),
        ),
    ),
    (
        "blogery.csv",
        "cp1251",
        "Ник;Имя;Подписчики;Средние лайки;Вовлечённость;Цена, руб.\n"
        "@masha_gotovit;Маша;125,4 тыс.;3 210;2,6%;15 000\n"
        "petr.travel;Пётр;1,2 млн;45 000;3,8%;120 000 руб.\n",
        (
            (None, "masha_gotovit", 125_400, 3_210, 0.026, 15_000, "RUB"),
            (None, "petr.travel", 1_200_000, 45_000, 0.038, 120_000, "RUB"),
        ),
    ),
    (
        "uk.csv",
        "utf-8",
        "Нікнейм;Ім'я;Підписники;Середня кількість лайків;Залученість;Ціна, грн\n"
        "@olena_pe4e;Олена;34,5 тис.;1 234;3,7%;4 500\n",
        ((None, "olena_pe4e", 34_500, 1_234, 0.037, 4_500, "UAH"),),
    ),
    (
        "bg.csv",
        "cp1251",
        "Потребителско име;Име;Последователи;Средно харесвания;Ангажираност;Цена (лв.)\n"
        "@maria_gotvi;Мария;34 500;1 234;3,7%;350 лв.\n",
        ((None, "maria_gotvi", 34_500, 1_234, 0.037, 350, "BGN"),),
    ),
    (
        "es.csv",
        "cp1252",
        "Usuario;Nombre;Seguidores;Me gusta promedio;Tasa de interacción;Tarifa (€)\n"
        "@lucia_cocina;Lucía;45.300;1.250,5;2,83%;250,00\n"
        "pablo.viaja;Pablo;1.2 M;23.400;1,98%;1.500,00\n",
        (
            (None, "lucia_cocina", 45_300, 1_250.5, 0.0283, 250, "EUR"),
            (None, "pablo.viaja", 1_200_000, 23_400, 0.0198, 1_500, "EUR"),
        ),
    ),
    (
        "pt.csv",
        "cp1252",
        "@ do Instagram;Nome;Nº de seguidores;Média de curtidas;Taxa de engajamento;Cachê\n"
        "@ana_cozinha;Ana;45,3 mil;1.250;2,8%;R$ 1.500,00\n"
        "joao.trilha;João;1,2 mi;23.400;2,0%;R$ 12.000\n",
        (
            ("instagram", "ana_cozinha", 45_300, 1_250, 0.028, 1_500, "BRL"),
            ("instagram", "joao.trilha", 1_200_000, 23_400, 0.02, 12_000, "BRL"),
        ),
    ),
    (
        "it.csv",
        "utf-8-sig",
        "Profilo Instagram;Nome e cognome;Numero di follower;Media like;"
        "Tasso di coinvolgimento;Compenso\n"
        "https://www.instagram.com/giulia.cucina/;Giulia Rossi;45,3 mila;1.250;2,8%;250 €\n"
        "@marco_moto;Marco;1,2 mln;23.400;2,0%;1.500 €\n",
        (
            ("instagram", "giulia.cucina", 45_300, 1_250, 0.028, 250, "EUR"),
            ("instagram", "marco_moto", 1_200_000, 23_400, 0.02, 1_500, "EUR"),
        ),
    ),
    (
        "fr.csv",
        "mac_roman",
        "Pseudo;Nom;Plateforme;Abonnés;J'aime moyens;Taux d'engagement;Tarif HT\n"
        "@chloe.patisse;Chloé;Instagram;34,5 k;1 234;3,74 %;300 EUR\n"
        "max_rando;Max;TikTok;1,2 M;45 678;3,91 %;1 200 EUR HT\n",
        (
            ("instagram", "chloe.patisse", 34_500, 1_234, 0.0374, 300, "EUR"),
            ("tiktok", "max_rando", 1_200_000, 45_678, 0.0391, 1_200, "EUR"),
        ),
    ),
    (
        "nl.csv",
        "utf-8",
        "Gebruikersnaam;Naam;Aantal volgers;Gem. likes;Betrokkenheid;Tarief per post\n"
        "@sanne_bakt;Sanne;34.500;1.234;3,7%;€ 350,-\n",
        ((None, "sanne_bakt", 34_500, 1_234, 0.037, 350, "EUR"),),
    ),
    (
        "pl.csv",
        "cp1250",
        "Nazwa konta;Liczba obserwujących;Średnia liczba polubień;Zaangażowanie;Stawka (zł)\n"
        "kasia_piecze;34,5 tys.;1 234;3,7%;1 500\n@marek.gory;1,2 mln;45 678;3,9%;12 000,00\n",
        (
            (None, "kasia_piecze", 34_500, 1_234, 0.037, 1_500, "PLN"),
            (None, "marek.gory", 1_200_000, 45_678, 0.039, 12_000, "PLN"),
        ),
    ),
    (
        "cs.csv",
        "cp1250",
        "Uživatelské jméno;Jméno;Počet sledujících;Průměrné lajky;Zapojení;Cena (Kč)\n"
        "@jana_pece;Jana;34 500;1 234;3,7 %;3 500,-\n",
        ((None, "jana_pece", 34_500, 1_234, 0.037, 3_500, "CZK"),),
    ),
    (
        "tr.csv",
        "cp1254",
        "Kullanıcı Adı;Ad Soyad;Takipçi Sayısı;Ortalama Beğeni;Etkileşim Oranı;Ücret (TL)\n"
        "@ayse_mutfak;Ayşe;125,3 B;3.400;%2,8;15.000\nmehmet.spor;Mehmet;1,1 Mn;21.000;%1,9;"
        "45.000 TL\n",
        (
            (None, "ayse_mutfak", 125_300, 3_400, 0.028, 15_000, "TRY"),
            (None, "mehmet.spor", 1_100_000, 21_000, 0.019, 45_000, "TRY"),
        ),
    ),
    (
        "id.csv",
        "utf-8",
        "Nama Akun,Nama,Pengikut,Rata-rata Suka,Tingkat Keterlibatan,Harga (Rp)\n"
        '@sari.masak,Sari,"125,3 rb",3.400,"2,8%",1.500.000\n'
        'budi_motor,Budi,"1,1 jt",21.000,"1,9%",4.500.000\n',
        (
            (None, "sari.masak", 125_300, 3_400, 0.028, 1_500_000, "IDR"),
            (None, "budi_motor", 1_100_000, 21_000, 0.019, 4_500_000, "IDR"),
        ),
    ),
    (
        "vi.csv",
        "utf-8",
        'Tên tài khoản,Người theo dõi,Lượt thích trung bình,Giá\n@lan.anuong,"125,3 N",3.400,'
        '"1.500.000 ₫"\n',
        ((None, "lan.anuong", 125_300, 3_400, None, 1_500_000, "VND"),),
    ),
    (
        "in.csv",
        "utf-8",
        "Sr No,Insta ID,Name,Followers,Avg Likes,Commercials (INR)\n"
        '1,asha.fit,Asha,1.2 lakh,3400,"₹ 15,000"\n2,dev_eats,Dev,1.1 crore,210000,"₹ 4,50,000"\n'
        "3,lalit,Lalit,12.5L,9000,25k\n",
        (
            ("instagram", "asha.fit", 120_000, 3_400, None, 15_000, "INR"),
            ("instagram", "dev_eats", 11_000_000, 210_000, None, 450_000, "INR"),
            ("instagram", "lalit", 1_250_000, 9_000, None, 25_000, "INR"),
        ),
    ),
    (
        "ar.csv",
        "utf-8",
        "اسم المستخدم,الاسم,المتابعون,متوسط الإعجابات,السعر\n"
        "@noura_makeup,نورة,١٢٣٤٥٦,٣٤٥٦,١٥٠٠ ر.س\nahmad.tech,أحمد,٤٥٫٦ ألف,٢٣٤,٨٠٠ ر.س\n",
        (
            (None, "noura_makeup", 123_456, 3_456, None, 1_500, "SAR"),
            (None, "ahmad.tech", 45_600, 234, None, 800, "SAR"),
        ),
    ),
    (
        "el.csv",
        "cp1253",
        "Όνομα χρήστη;Ονοματεπώνυμο;Ακόλουθοι;Μέσα like;Αφοσίωση;Τιμή\n"
        "@eleni_cooks;Ελένη;34.500;1.234;3,7%;350 €\n",
        ((None, "eleni_cooks", 34_500, 1_234, 0.037, 350, "EUR"),),
    ),
    (
        "sv.csv",
        "cp1252",
        "Användarnamn;Namn;Följare;Snitt gilla-markeringar;Engagemang;Pris (kr)\n"
        "@elin.bakar;Elin;34 500;1 234;3,7 %;3 500\n",
        ((None, "elin.bakar", 34_500, 1_234, 0.037, 3_500, None),),
    ),
)
COLUMNS = (
    "platform",
    "handle",
    "followers",
    "avg_likes",
    "engagement_rate_claimed",
    "price",
    "currency",
)


@pytest.mark.parametrize("case", LISTS, ids=lambda case: case[0])
def test_a_list_in_another_language(
    case: tuple[str, str, str, tuple[tuple[object, ...], ...]],
) -> None:
    name, page, text, expected = case
    made = read(name, text.encode(page))
    accounts = made.tables["accounts"]
    assert len(accounts) == len(expected) == made.rows_read
    for found, wanted in zip(
        accounts[list(COLUMNS)].itertuples(index=False), expected, strict=True
    ):
        for column, value, right in zip(COLUMNS, found, wanted, strict=True):
            if isinstance(right, int | float):
                assert value == pytest.approx(right), column
            else:
                assert (None if pd.isna(value) else value) == right, column
