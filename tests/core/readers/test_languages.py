"""Lists in the words, numbers, prices and code pages of many languages, as their authors save
them: the same rows come out of all.
"""

import io

import pandas as pd
import pytest

from core.readers import read

# By name and code page.
LISTS = {
    "Agentur_Roster.csv, cp1252": """\
Agentur Nordlicht;;;;;;
Stand: 12.10.2026;;;;;;
;;;;;;
Kanal;Account;Follower;Ø Likes;ER;Honorar;E-Mail
Instagram;@lena.backt;34,5 Tsd.;1.234;3,7 %;350 €;lena@example.org
TikTok;lena_backt;1,2 Mio.;45.678;3,9 %;1.200,00 €;lena@example.org
Gesamt;;;;;;
""",
    "jp.csv, cp932": """\
媒体,アカウント名,名前,フォロワー数,平均いいね数,エンゲージメント率,単価（円）
Instagram,yuki_cooks,ゆき,12.3万,3456,2.85%,150000
TikTok,taro.dance,太郎,1.2億,88万,0.75%,500000円
YouTube,@hana_ch,花,4500,120,2.8%,3万円
""",
    "yen.csv, cp932": """\
アカウント名,フォロワー数,平均いいね数,エンゲージメント率,料金
@yuki_cooks,1.2万,3456,2.85%,"\\30,000"
@taro.dance,34万,88万,0.75%,\\ 500000
""",
    "won.csv, cp949": """\
계정,팔로워 수,평균 좋아요,참여율,단가
@minji_eats,12.3만,3456,2.8%,"\\200,000"
""",
    "ko.csv, cp949": """\
플랫폼,계정,이름,팔로워 수,평균 좋아요,참여율,단가
인스타그램,@minji_eats,민지,12.3만,3456,2.8%,50만원
유튜브,joon.tech,준,4천,120,3.1%,200000원
""",
    "zh.csv, gb18030": """\
平台,账号,昵称,粉丝数,平均点赞,报价（元）
小红书,xhs_anna,安娜,12.3万,3456,5000
Instagram,li.cooks,小李,1.2亿,8.8万,3万
""",
    "blogery.csv, cp1251": """\
Ник;Имя;Подписчики;Средние лайки;Вовлечённость;Цена, руб.
@masha_gotovit;Маша;125,4 тыс.;3 210;2,6%;15 000
petr.travel;Пётр;1,2 млн;45 000;3,8%;120 000 руб.
""",
    "uk.csv, utf-8": """\
Нікнейм;Ім'я;Підписники;Середня кількість лайків;Залученість;Ціна, грн
@olena_pe4e;Олена;34,5 тис.;1 234;3,7%;4 500
""",
    "bg.csv, cp1251": """\
Потребителско име;Име;Последователи;Средно харесвания;Ангажираност;Цена (лв.)
@maria_gotvi;Мария;34 500;1 234;3,7%;350 лв.
""",
    "es.csv, cp1252": """\
Usuario;Nombre;Seguidores;Me gusta promedio;Tasa de interacción;Tarifa (€)
@lucia_cocina;Lucía;45.300;1.250,5;2,83%;250,00
pablo.viaja;Pablo;1.2 M;23.400;1,98%;1.500,00
""",
    "pt.csv, cp1252": """\
@ do Instagram;Nome;Nº de seguidores;Média de curtidas;Taxa de engajamento;Cachê
@ana_cozinha;Ana;45,3 mil;1.250;2,8%;R$ 1.500,00
joao.trilha;João;1,2 mi;23.400;2,0%;R$ 12.000
""",
    "medias.csv, utf-8": """\
Perfil;Seguidores;Curtidas médias;Taxa de engajamento;Valor (R$)
@ana_cozinha;45,3 mil;1.250;2,8%;1.500,00
""",
    "medios.csv, utf-8": """\
Usuario;Seguidores;Me gusta medios;Tasa de interacción;Tarifa (€)
@lucia_cocina;45.300;1.250,5;2,83%;250,00
""",
    "it.csv, utf-8-sig": """\
Profilo Instagram;Nome e cognome;Numero di follower;Media like;Tasso di coinvolgimento;Compenso
https://www.instagram.com/giulia.cucina/;Giulia Rossi;45,3 mila;1.250;2,8%;250 €
@marco_moto;Marco;1,2 mln;23.400;2,0%;1.500 €
""",
    "fr.csv, mac_roman": """\
Pseudo;Nom;Plateforme;Abonnés;J'aime moyens;Taux d'engagement;Tarif HT
@chloe.patisse;Chloé;Instagram;34,5 k;1 234;3,74 %;300 EUR
max_rando;Max;TikTok;1,2 M;45 678;3,91 %;1 200 EUR HT
""",
    "nl.csv, utf-8": """\
Gebruikersnaam;Naam;Aantal volgers;Gem. likes;Betrokkenheid;Tarief per post
@sanne_bakt;Sanne;34.500;1.234;3,7%;€ 350,-
""",
    "pl.csv, cp1250": """\
Nazwa konta;Liczba obserwujących;Średnia liczba polubień;Zaangażowanie;Stawka (zł)
kasia_piecze;34,5 tys.;1 234;3,7%;1 500
@marek.gory;1,2 mln;45 678;3,9%;12 000,00
""",
    "cs.csv, cp1250": """\
Uživatelské jméno;Jméno;Počet sledujících;Průměrné lajky;Zapojení;Cena (Kč)
@jana_pece;Jana;34 500;1 234;3,7 %;3 500,-
""",
    "tr.csv, cp1254": """\
Kullanıcı Adı;Ad Soyad;Takipçi Sayısı;Ortalama Beğeni;Etkileşim Oranı;Ücret (TL)
@ayse_mutfak;Ayşe;125,3 B;3.400;%2,8;15.000
mehmet.spor;Mehmet;1,1 Mn;21.000;%1,9;45.000 TL
""",
    "id.csv, utf-8": """\
Nama Akun,Nama,Pengikut,Rata-rata Suka,Tingkat Keterlibatan,Harga (Rp)
@sari.masak,Sari,"125,3 rb",3.400,"2,8%",1.500.000
budi_motor,Budi,"1,1 jt",21.000,"1,9%",4.500.000
""",
    "vi.csv, utf-8": """\
Tên tài khoản,Người theo dõi,Lượt thích trung bình,Giá
@lan.anuong,"125,3 N",3.400,"1.500.000 ₫"
""",
    "in.csv, utf-8": """\
Sr No,Insta ID,Name,Followers,Avg Likes,Commercials (INR)
1,asha.fit,Asha,1.2 lakh,3400,"₹ 15,000"
2,dev_eats,Dev,1.1 crore,210000,"₹ 4,50,000"
3,lalit,Lalit,12.5L,9000,25k
""",
    "ar.csv, utf-8": """\
اسم المستخدم,الاسم,المتابعون,متوسط الإعجابات,السعر
@noura_makeup,نورة,١٢٣٤٥٦,٣٤٥٦,١٥٠٠ ر.س
ahmad.tech,أحمد,٤٥٫٦ ألف,٢٣٤,٨٠٠ ر.س
""",
    "el.csv, cp1253": """\
Όνομα χρήστη;Ονοματεπώνυμο;Ακόλουθοι;Μέσα like;Αφοσίωση;Τιμή
@eleni_cooks;Ελένη;34.500;1.234;3,7%;350 €
""",
    "sv.csv, cp1252": """\
Användarnamn;Namn;Följare;Snitt gilla-markeringar;Engagemang;Pris (kr)
@elin.bakar;Elin;34 500;1 234;3,7 %;3 500
""",
}
# What is in them; “-” where they do not say.
ROWS = """\
file                platform     handle         followers  avg_likes  rate    price    currency
Agentur_Roster.csv  instagram    lena.backt     34500      1234       0.037   350      EUR
Agentur_Roster.csv  tiktok       lena_backt     1200000    45678      0.039   1200     EUR
jp.csv              instagram    yuki_cooks     123000     3456       0.0285  150000   JPY
jp.csv              tiktok       taro.dance     120000000  880000     0.0075  500000   JPY
jp.csv              youtube      hana_ch        4500       120        0.028   30000    JPY
yen.csv             -            yuki_cooks     12000      3456       0.0285  30000    -
yen.csv             -            taro.dance     340000     880000     0.0075  500000   -
won.csv             -            minji_eats     123000     3456       0.028   200000   KRW
medias.csv          -            ana_cozinha    45300      1250       0.028   1500     BRL
medios.csv          -            lucia_cocina   45300      1250.5     0.0283  250      EUR
ko.csv              instagram    minji_eats     123000     3456       0.028   500000   KRW
ko.csv              youtube      joon.tech      4000       120        0.031   200000   KRW
zh.csv              xiaohongshu  xhs_anna       123000     3456       -       5000     CNY
zh.csv              instagram    li.cooks       120000000  88000      -       30000    CNY
blogery.csv         -            masha_gotovit  125400     3210       0.026   15000    RUB
blogery.csv         -            petr.travel    1200000    45000      0.038   120000   RUB
uk.csv              -            olena_pe4e     34500      1234       0.037   4500     UAH
bg.csv              -            maria_gotvi    34500      1234       0.037   350      BGN
es.csv              -            lucia_cocina   45300      1250.5     0.0283  250      EUR
es.csv              -            pablo.viaja    1200000    23400      0.0198  1500     EUR
pt.csv              instagram    ana_cozinha    45300      1250       0.028   1500     BRL
pt.csv              instagram    joao.trilha    1200000    23400      0.02    12000    BRL
it.csv              instagram    giulia.cucina  45300      1250       0.028   250      EUR
it.csv              instagram    marco_moto     1200000    23400      0.02    1500     EUR
fr.csv              instagram    chloe.patisse  34500      1234       0.0374  300      EUR
fr.csv              tiktok       max_rando      1200000    45678      0.0391  1200     EUR
nl.csv              -            sanne_bakt     34500      1234       0.037   350      EUR
pl.csv              -            kasia_piecze   34500      1234       0.037   1500     PLN
pl.csv              -            marek.gory     1200000    45678      0.039   12000    PLN
cs.csv              -            jana_pece      34500      1234       0.037   3500     CZK
tr.csv              -            ayse_mutfak    125300     3400       0.028   15000    TRY
tr.csv              -            mehmet.spor    1100000    21000      0.019   45000    TRY
id.csv              -            sari.masak     125300     3400       0.028   1500000  IDR
id.csv              -            budi_motor     1100000    21000      0.019   4500000  IDR
vi.csv              -            lan.anuong     125300     3400       -       1500000  VND
in.csv              instagram    asha.fit       120000     3400       -       15000    INR
in.csv              instagram    dev_eats       11000000   210000     -       450000   INR
in.csv              instagram    lalit          1250000    9000       -       25000    INR
ar.csv              -            noura_makeup   123456     3456       -       1500     SAR
ar.csv              -            ahmad.tech     45600      234        -       800      SAR
el.csv              -            eleni_cooks    34500      1234       0.037   350      EUR
sv.csv              -            elin.bakar     34500      1234       0.037   3500     -
"""
NUMBERS = dict.fromkeys(("followers", "avg_likes", "rate", "price"), "float64")


@pytest.mark.parametrize("case", LISTS)
def test_a_list_in_another_language(case: str) -> None:
    name, page = case.split(", ")
    rows = pd.read_csv(io.StringIO(ROWS), sep=r"\s+", na_values="-").astype(NUMBERS)
    wanted = rows[rows.pop("file") == name].reset_index(drop=True)
    made = read(name, LISTS[case].encode(page))
    accounts = made.tables["accounts"].rename(columns={"engagement_rate_claimed": "rate"})
    assert made.rows_read == len(wanted) > 0
    pd.testing.assert_frame_equal(accounts[wanted.columns].astype(NUMBERS), wanted)
