//! Names of currencies with their ISO 4217 codes: nouns, and the adjectives that distinguish currencies with
//! the same noun.
//!
//! The names are those of CLDR and of French news. What the noun of several currencies means on its own is in
//! `ALONE`, if one meaning is by far the most frequent in French news; "livre", "couronne" and "colon" alone
//! are not money.

use crate::figure::{CurrencyNames, Sense, SharedCurrency};

use Sense::Cent;

/// See [`CurrencyNames`] for the format. A code after "~" is also a word, and is not recognised as money by
/// itself.
pub(super) const NAMED: CurrencyNames = &[
    (
        "dollar*|$",
        "américain*=USD;canadien*=CAD;australien*=AUD;néo-zélandais=NZD;de Hong Kong|hongkongais=HKD;\
         de Singapour|singapourien*=SGD;taïwanais|de Taïwan=TWD;barbadien*=BBD;bermudien*=BMD;\
         brunéien*|de Brunei=BND;bahaméen*|bahamien*=BSD;bélizéen*=BZD;fidjien*=FJD;guyanien*|du Guyana=GYD;\
         jamaïcain*|jamaïquain*=JMD;des îles Caïmans|des Caïmans=KYD;libérien*=LRD;namibien*=NAD;\
         surinamais|surinamien*|du Suriname=SRD;des îles Salomon=SBD;trinidadien*|de Trinité-et-Tobago=TTD;\
         des Caraïbes orientales=XCD;zimbabwéen*=ZWL",
    ),
    (
        "livre*",
        "sterling|britannique*|anglaise*=GBP;turque*=TRY;égyptienne*=EGP;libanaise*=LBP;syrienne*=SYP;\
         soudanaise*=SDG;sud-soudanaise*=SSP;de Gibraltar=GIP;des Malouines|des îles Malouines=FKP;\
         de Sainte-Hélène=SHP;irlandaise*=IEP;chypriote*=CYP",
    ),
    (
        "franc*",
        "suisse*=CHF;français=FRF;belge*=BEF;luxembourgeois=LUF;congolais=CDF;burundais=BIF;rwandais=RWF;\
         guinéen*=GNF;comorien*=KMF;djiboutien*=DJF;malgache*=MGF;pacifique*|CFP=XPF;CFA=XOF;CFA BEAC=XAF",
    ),
    (
        "couronne*",
        "suédoise*=SEK;norvégienne*=NOK;danoise*=DKK;tchèque*=CZK;islandaise*=ISK;estonienne*=EEK;slovaque*=SKK",
    ),
    (
        "peso*",
        "mexicain*=MXN;argentin*=ARS;chilien*=CLP;colombien*~COP;cubain*~CUP;dominicain*~DOP;philippin*=PHP;\
         uruguayen*=UYU",
    ),
    (
        "dinar*",
        "algérien*=DZD;tunisien*=TND;libyen*=LYD;irakien*|iraquien*=IQD;jordanien*=JOD;koweïtien*=KWD;\
         bahreïni*|bahreïnien*=BHD;serbe*=RSD;macédonien*=MKD",
    ),
    ("riyal*|rial*", "saoudien*=SAR;iranien*=IRR;qatari*|qatarien*=QAR;omanais=OMR;yéménite*=YER"),
    (
        "roupie*",
        "indienne*=INR;pakistanaise*=PKR;indonésienne*=IDR;srilankaise*|sri-lankaise*=LKR;népalaise*=NPR;\
         mauricienne*=MUR;seychelloise*=SCR",
    ),
    ("dirham*", "marocain*~MAD;émirati*|émirien*|des Émirats=AED"),
    ("shilling*", "kényan*|kenyan*=KES;tanzanien*=TZS;ougandais=UGX;somalien*~SOS"),
    ("rouble*", "russe*=RUB;biélorusse*|bélarusse*=BYN"),
    ("won*", "sud-coréen*=KRW;nord-coréen*=KPW"),
    ("manat*", "azéri*|azerbaïdjanais=AZN;turkmène*=TMT"),
    ("leu*|lei", "roumain*=RON;moldave*=MDL"),
    ("mark*", "allemand*=DEM;finlandais=FIM;bosniaque*|bosnien*|convertible*~BAM"),
    ("florin*", "hollandais|néerlandais=NLG;antillais=ANG;arubais=AWG"),
    ("escudo*", "portugais=PTE;capverdien*|cap-verdien*=CVE"),
    ("kwacha*", "zambien*=ZMW;malawien*|malawite*=MWK"),
    ("colon*", "costaricain*|costaricien*=CRC"),
    ("gourde*", "haïtienne*=HTG"),
    ("sol*|soles", "péruvien*~PEN"),
    ("guarani*", "paraguayen*=PYG"),
];

/// The meaning of a name, sign or code alone, and with its adjective where only one country has the noun.
pub(super) const ALONE: CurrencyNames = &[(
    "",
    "€|euro*=EUR;$|dollar*|dollar* us|$ us|us $|$ usd|usd $=USD;$ ca|$ c|$ cad|cad $|$cad=CAD;aud $|$ aud=AUD;\
     nzd $|$ nzd=NZD;$ hk|hk $=HKD;£|pound*=GBP;¥|yen*|yen* japonais=JPY;yuan*|yuan* chinois|renminbi=CNY;\
     FCFA|F CFA=XOF;franc*|anciens francs=FRF;₽|rouble*=RUB;₸|tengue*|tenge*|tenge* kazakh*=KZT;\
     ₴|hryvnia*|hryvnia* ukrainienne*=UAH;zł|zloty*|złoty*|zloty* polonais=PLN;forint*|forint* hongrois=HUF;\
     leu|lei=RON;Kč=CZK;₺=TRY;₪|shekel*|shekel* israélien*|nouveau shekel|nouveaux shekels=ILS;₹|roupie*=INR;\
     ₩|won*=KRW;real*|réal|reais|r $|real* brésilien*|reais brésiliens=BRL;mxn $|peso*=MXN;₱=PHP;\
     rand*|rand* sud-africain*=ZAR;₦|naira*|naira* nigérian*=NGN;dirham*|DH~MAD;dinar*=DZD;riyal*=SAR;\
     bolivar*|bolivar* vénézuélien*=VES;mark*|deutschemark*=DEM;florin*=NLG;peseta*|peseta* espagnole*=ESP;\
     lire*|lire* italienne*=ITL;drachme*|drachme* grecque*=GRD;schilling*|schilling* autrichien*=ATS;\
     escudo*=PTE;lev|leva|levs|lev bulgare|leva bulgares|levs bulgares=BGN;lek*|lek* albanais~ALL;\
     dram*|dram* arménien*=AMD;₾|lari*|lari* géorgien*~GEL;₼|manat*=AZN;som*|som* kirghize*=KGS;\
     soum*|soum* ouzbek*=UZS;somoni*|somoni* tadjik*=TJS;afghani*|afghani* afghan*=AFN;\
     taka*|taka* bangladais=BDT;kyat*|kyat* birman*=MMK;kip*|kip* laotien*~LAK;riel*|riel* cambodgien*=KHR;\
     ฿|baht*|baht* thaïlandais=THB;₫|dong*|dong* vietnamien*=VND;ringgit*|ringgit* malaisien*=MYR;\
     pataca*=MOP;tugrik*|tugrik* mongol*=MNT;ngultrum*=BTN;roufiyaa*|rufiyaa*=MVR;\
     birr*|birr* éthiopien*=ETB;shilling*=KES;cedi*|cédi*|cedi* ghanéen*|cédi* ghanéen*=GHS;kwanza*|kwanza* angolais=AOA;\
     metical|meticais=MZN;ariary*|ariary* malgache*=MGA;pula*=BWP;kwacha*=ZMW;loti|maloti=LSL;\
     lilangeni|emalangeni=SZL;nakfa*=ERN;dalasi*=GMD;leone*|leone* sierra-léonais=SLE;\
     ouguiya*|ouguiya* mauritanien*=MRU;dobra*=STN;boliviano*|boliviano* bolivien*=BOB;\
     quetzal*|quetzal* guatémaltèque*|quetzales=GTQ;lempira*=HNL;cordobas=NIO;balboa*=PAB;kina*=PGK;\
     vatu*=VUV;kuna*|kuna* croate*=HRK;litas|litas lituaniens=LTL;tolar*=SIT",
)];

pub(super) const HUNDREDTHS: &[(&str, Sense)] = &[
    ("cent*", Cent("USD")),
    ("centime*|centime* d'euro|centime* d'euros|cents d'euro", Cent("EUR")),
    ("penny|pence", Cent("GBP")),
];

pub(super) const WITHDRAWN: &[&str] =
    &["FRF", "BEF", "LUF", "DEM", "FIM", "NLG", "PTE", "IEP", "CYP", "EEK", "SKK"];

pub(super) const SHARED: [SharedCurrency; 2] = [
    SharedCurrency {
        default: "FRF",
        endings: &["franc", "francs", "F"],
        alternatives: &["CHF", "XOF", "CDF", "GNF", "RWF", "BIF", "DJF", "KMF", "XPF", "BEF", "LUF"],
        homes: &[
            ("suisse*|suissesse*|helvétique*", "CHF"),
            ("cameroun|sénégal|mali|bénin|dakar|abidjan", "XOF"),
        ],
    },
    SharedCurrency {
        default: "USD",
        endings: &["dollar", "dollars", "$"],
        alternatives: &["CAD"],
        homes: &[("québec|québécois|québécoise*", "CAD")],
    },
];
