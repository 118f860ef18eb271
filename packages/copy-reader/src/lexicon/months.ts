/** Names and short names of months by number, in the languages that wires and signatures are written in. */
const names: readonly string[] = [
  "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari ocak oca января янв январь " +
    "stycznia sty stycznia leden ledna január januára styczeń janúar tammikuuta يناير كانون ینایر ژانویه ژانویهٔ जनवरी",
  "february feb februar febr feber février févr fevrier fev febrero febbraio fevereiro februari şubat şub февраля фев " +
    "февр февраль lutego lut února február helmikuuta فبراير شباط فوریه فوریهٔ फ़रवरी",
  "march mar märz mär mrz mars marzo março maart maa mart марта мар март marca března březen március maaliskuuta مارس آذار " +
    "مارچ मार्च",
  "april apr avril avr abril abr aprile aprili nisan nis апреля апр апрель kwietnia kwi dubna duben április huhtikuuta " +
    "أبريل ابريل نيسان آوریل آوریلِ अप्रैल",
  "may mai mayo maggio mag maio mei mayıs мая май maja maj května květen május toukokuuta مايو أيار ایار مه مهٔ مئی मई",
  "june jun juni juin junio giugno giu junho haziran haz июня июн июнь czerwca cze června červen június kesäkuuta يونيو " +
    "حزيران ژوئن जून",
  "july jul juli juillet juil julio luglio lug julho temmuz tem июля июл июль lipca lip července červenec július " +
    "heinäkuuta يوليو تموز ژوئیه ژوئیهٔ ژوئیه جولای जुलाई",
  "august aug août aout agosto ago augustus ağustos ağu августа авг август sierpnia sie srpna srpen augusztus augusti " +
    "elokuuta أغسطس اغسطس آب اوت اوتِ अगस्त",
  "september sep sept septembre septiembre setiembre set settembre setembro eylül eyl сентября сен сент сентябрь września " +
    "wrz září szeptember syyskuuta سبتمبر أيلول سپتامبر सितंबर",
  "october oct oktober okt octobre octubre ottobre ott outubro out ekim eki октября окт октябрь października paź " +
    "října říjen október lokakuuta أكتوبر اكتوبر اکتبر अक्टूबर",
  "november nov novembre noviembre novembro kasım kas ноября ноя нояб ноябрь listopada lis listopadu listopad " +
    "marraskuuta نوفمبر نوامبر नवंबर",
  "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember aralık ara декабря дек декабрь " +
    "grudnia gru prosince prosinec joulukuuta ديسمبر دسامبر दिसंबर",
];

/** Month number, 1 to 12, by lower-case name or short name without its full stop. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, index) => line.split(" ").map((name) => [name, index + 1] as const)),
);

/** Names of the days of the week from Sunday, in the languages whose weekdays are read. */
const weekdays: readonly string[] = [
  "sunday sun sonntag dimanche domingo",
  "monday mon montag lundi lunes",
  "tuesday tue tues dienstag mardi martes",
  "wednesday wed mittwoch mercredi miércoles",
  "thursday thu thur thurs donnerstag jeudi jueves",
  "friday fri freitag vendredi viernes",
  "saturday sat samstag sonnabend samedi sábado",
];

/** Number of the day of the week, Sunday 0, by lower-case name or short name. */
export const weekdayNumbers: ReadonlyMap<string, number> = new Map(
  weekdays.flatMap((line, index) => line.split(" ").map((name) => [name, index] as const)),
);

/** English, German, French and Spanish names of the days of the week with their short forms, lower case. */
export const weekdayNames: ReadonlySet<string> = new Set(weekdayNumbers.keys());

/** Whether a word, in any case, names a month in some language. */
export function isMonthName(word: string): boolean {
  return monthNumbers.has(word.toLowerCase().replace(/\.$/u, ""));
}
