import { words } from "./words.js";

/** The commonest small words of each language, lower case; few of them are shared by two. */
export const smallWordLists: readonly (readonly [string, string])[] = [
  [
    "en",
    "the and of to in that is was for on with as by at from his he it said has have are not be but which this told says say their they who were will would had more after about over new we you she her been its into than when up out one all can no if",
  ],
  [
    "de",
    "der die das und den von zu mit ist des im für auf nicht dem ein eine sich auch als es werden hat nach wird bei",
  ],
  ["fr", "le la les des et en un une du est que qui dans pour sur par au plus pas avec ce il sont mais cette été aux"],
  ["es", "el la los las de que y en un una del se por con para su al es lo como más pero este ha sus fue según"],
  ["it", "il di che e la per un una in è non sono del della con dei le gli alla ha anche più nel si ma come questo"],
  ["pt", "o a os as de que e do da em um uma para com não no na por mais dos foi ao se como mas é à pelo são"],
  ["nl", "de het een van en in is dat op te voor met zijn niet aan er om door bij ook als naar maar heeft wordt uit"],
  ["sv", "och att det i som en på är av för med den till ett inte om har de var från vid men kan efter"],
  ["da", "og at det i en er på som til af for med den der et ikke har de var fra om men ved efter også"],
  ["pl", "w i na z do nie się że jest to o jak po za od przez dla ale są przy jego tym oraz był który"],
  ["cs", "a v se na je že s z do to o k i ve pro jako za by ale po od které jsou nebo bude který při"],
  [
    "no",
    "og i det som på en er til av for med den et har ikke ble fra om men etter også jeg hadde seg kan skal vil hun han sier",
  ],
  ["ro", "și de la în a cu pe că pentru din nu este mai au fost prin dar sunt după care fi se ca al lui"],
  [
    "fi",
    "ja on ei se että oli hän myös ovat joka kun mutta kuin tai jos sen ole mukaan nyt vain vielä jälkeen lisäsi sanoi",
  ],
  ["hu", "a az és hogy nem is ez egy meg már csak volt még mint de van kell azt mondta szerint ha el lesz után"],
  ["hr", "i u je da se na za su od s koji što će iz nije kako bi ali biti sa više samo rekao kao dodao"],
  ["sk", "a v sa na je že s z do to o k aj pre ako za by po od ktoré sú alebo bude pri povedal čo"],
  ["vi", "và của là có trong được cho không các với một những để người này đã khi từ ở về"],
  ["tr", "ve bir bu için ile da de olarak olan daha çok gibi kadar sonra ne olduğu ancak dedi göre en"],
  ["id", "yang dan di dari untuk dengan pada ini itu dalam tidak akan ke oleh juga telah adalah sebagai"],
  ["ru", "и в не на что с по как из к для это его от за но он был о также при"],
  ["uk", "і в на що з та не як до у за про для від це його але під також який"],
  ["ar", "في من على أن إلى عن التي الذي هذا هذه مع ما قال كان بعد لا كما بين أو خلال"],
  ["fa", "و در به از که این را با است برای آن می یک شد تا کرد بر هم وی گفت شده های خود"],
  ["ur", "کے کی ہے میں اور سے کا کو نے پر ہیں کہ یہ نہیں بھی تھا گیا ان"],
  ["hi", "के है में की और से का को ने पर हैं कि यह नहीं भी था एक"],
];

/** Words that end in a full stop within a sentence, without it. */
export const abbreviations = words(
  "mr mrs ms dr prof sen sens rep reps gov govs lt col gen capt sgt maj adm cmdr rev fr hon st jr sr bros inc corp co ltd " +
    "dept univ assn no vs etc dist atty supt pres amb jan feb mar apr jun jul aug sept sep oct nov dec calif fla ill ind mass " +
    "mich minn miss mo neb nev okla ore pa tenn tex vt va wash wis wyo ala ariz ark colo conn del ga kan ky la md mont " +
    "bzw ca z.b d.h u.a usw nr hr fr. str dipl ing mag u.s u.n u.k d.c n.y n.j n.h n.c s.c d-n.y r-s.c d-vt r-ohio r-fla i-vt " +
    "r-texas d-calif d-mass d-md d-conn r-ariz r-ky d-ill d-va r-utah r-wis",
);

/** Words that have no capital in a title. */
export const titleSmallWords = words(
  "of the and to a an in on for with at by or from is as vs der die das und von für le la de el les des et du aux y los las del il della do dos e",
);

/** Words in lower case that a list of names may contain. */
export const betweenNames = words(
  "and in at of the for from with by to on a an und in aus von der die das im bei für mit et à au aux en de la le du des y e el los las do da dos das " +
    "di del della den van von bin al writer writers reporter reporters correspondent correspondents staff bureau newsroom " +
    "team desk editor editors producer researcher chief business political sports science also agencies agency sea",
);
