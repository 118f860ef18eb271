/** Cities from which stories are filed under their bare name, as they are in datelines. Lower case. */
export const filingPlaces: ReadonlySet<string> = new Set(
  (
    "abidjan|abu dhabi|abuja|accra|addis ababa|aden|agartala|ahmedabad|aleppo|algiers|almaty|amman|amsterdam|anchorage|ankara|antananarivo|ashgabat|asmara|astana|athens|atlanta|auckland|" +
    "baghdad|baku|bamako|bangkok|bangui|banjul|barcelona|basra|beijing|beirut|belfast|belgrade|bengaluru|berlin|bern|bhopal|bhubaneswar|bishkek|bogota|bogotá|bonn|boston|brasilia|brasília|bratislava|" +
    "brazzaville|brussels|bucharest|budapest|buenos aires|bujumbura|cairo|canberra|cape town|caracas|casablanca|chandigarh|chennai|chicago|chisinau|cologne|colombo|conakry|copenhagen|" +
    "dakar|dallas|damascus|dar es salaam|davos|dehradun|delhi|denver|detroit|dhaka|djibouti|dnipro|doha|donetsk|dubai|dublin|dushanbe|edinburgh|erbil|faisalabad|frankfurt|freetown|gaborone|" +
    "gaza|gaza city|geneva|georgetown|gilgit|glasgow|guatemala city|guwahati|gwadar|hamburg|hanoi|harare|havana|helsinki|ho chi minh city|hong kong|honolulu|houston|hyderabad|idlib|imphal|isfahan|" +
    "islamabad|istanbul|jaipur|jakarta|jammu|jeddah|jerusalem|johannesburg|juba|kabul|kampala|karachi|kathmandu|kerman|kharkiv|khartoum|kigali|kingston|kinshasa|kochi|kolkata|kuala lumpur|kuwait city|kuwait|kyiv|kiev|" +
    "la paz|lagos|lahore|las vegas|leh|libreville|lilongwe|lima|lisbon|ljubljana|lomé|london|los angeles|luanda|lucknow|lusaka|luxembourg|lviv|madrid|malé|managua|manama|mandalay|manila|maputo|mariupol|mashhad|" +
    "mecca|medina|melbourne|mexico city|miami|milan|minsk|mogadishu|monrovia|montevideo|montreal|moscow|multan|mumbai|munich|muscat|muzaffarabad|n'djamena|nairobi|nassau|naypyitaw|new delhi|new york|niamey|" +
    "nicosia|nouakchott|odesa|oslo|ottawa|ouagadougou|panama city|paris|patna|peshawar|philadelphia|phnom penh|phoenix|podgorica|port-au-prince|prague|pretoria|pristina|pune|pyongyang|quetta|quito|rabat|ramallah|ranchi|" +
    "rawalpindi|reykjavik|riga|rio de janeiro|riyadh|rome|san francisco|san josé|san salvador|sana'a|sanaa|santiago|santo domingo|sao paulo|são paulo|sarajevo|seattle|seoul|shanghai|sharjah|shillong|shimla|shiraz|" +
    "singapore|skopje|sofia|sri jayawardenepura kotte|srinagar|stockholm|strasbourg|surat|sydney|tabriz|taipei|tallinn|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|the hague|thimphu|thiruvananthapuram|tirana|tokyo|toronto|" +
    "tripoli|tunis|ulaanbaatar|united nations|vancouver|varanasi|vatican city|vienna|vientiane|vilnius|warsaw|washington|wellington|windhoek|yangon|yaoundé|yerevan|zagreb|zurich|" +
    "berlin|wien|zürich|genf|brüssel|rom|moskau|peking|teheran|warschau|prag|kiew|münchen|köln|frankfurt/main|stuttgart|düsseldorf|leipzig|dresden|hannover|karlsruhe|straßburg|" +
    "bruxelles|genève|londres|rome|moscou|pékin|téhéran|vienne|varsovie|le caire|beyrouth|alger|tunis|lyon|marseille|strasbourg|" +
    "ginebra|bruselas|moscú|pekín|teherán|el cairo|nueva york|roma|milano|bruxelles|londra|parigi|mosca|pechino|lisboa|brasília|são paulo|" +
    "القاهرة|الإسكندرية|بيروت|دمشق|حلب|بغداد|البصرة|أربيل|عمان|عمّان|القدس|القدس المحتلة|رام الله|غزة|الرياض|جدة|مكة|مكة المكرمة|المدينة المنورة|الدمام|الطائف|أبها|تبوك|" +
    "جازان|نجران|حائل|بريدة|ينبع|أبوظبي|أبو ظبي|دبي|الشارقة|الدوحة|الكويت|المنامة|مسقط|صنعاء|عدن|الخرطوم|طرابلس|بنغازي|تونس|الجزائر|الرباط|الدار البيضاء|نواكشوط|" +
    "واشنطن|نيويورك|لندن|باريس|موسكو|برلين|أنقرة|إسطنبول|طهران|جنيف|بروكسل|بكين|تهران|مشهد|اصفهان|شیراز|تبریز|قم|کرج|اهواز|کرمان|یزد|رشت|زاهدان|بندرعباس|" +
    "کابل|هرات|دوشنبه|مسکو|لندن|پاریس|واشنگتن|نیویورک|ژنو|وین|پکن|آنکارا|استانبول|بغداد|دمشق|بیروت"
  ).split("|"),
);

/** Words over a story or before a remark that say what it is; in capitals they look like a place. Lower case. */
export const labelWords: ReadonlySet<string> = new Set(
  (
    "update|updates|updated|correction|corrections|corrected|clarification|breaking|breaking news|watch|watch live|exclusive|opinion|editorial|analysis|news analysis|explainer|factbox|fact box|fact check|background|timeline|" +
    "news|live|live updates|new|video|videos|photo|photos|pictures|podcast|review|preview|profile|obituary|feature|features|sport|sports|business|politics|weather|world|local|national|international|technology|science|health|culture|" +
    "urgent|flash|alert|bulletin|warning|note|editor's note|editors' note|editor’s note|editors’ note|advisory|read|listen|look|see|interview|comment|commentary|column|quiz|letter|letters|spoiler alert|disclaimer|caution|developing|" +
    "just in|this just in|recap|summary|highlights|key points|q&a|poll|survey|data|map|chart|graphic|infographic|gallery|sponsored|advertorial|press release|media alert|media advisory|for immediate release|newsletter|budget|factfile|" +
    "insight|special report|investigation|wrapup|snapshot|instant view|newsmaker|tip|tips|recipe|trailer|exklusiv|kommentar|analyse|hintergrund|porträt|dokumentation|korrektur|achtung|eilmeldung|eil|reportage|glosse|leitartikel|meinung|" +
    "chronologie|zusammenfassung|ausblick|umfrage|faktencheck|stichwort|última hora|análisis|opinión|vivo|en vivo|entrevista|crónica|reportaje|encadré|portrait|direct|en direct|vidéo|entretien|éclairage|focus|analyse|avis|" +
    "ultim'ora|scheda|intervista|срочно|молния|обновлено|عاجل|تحديث|خاص|فوری|تحلیل|یادداشت"
  ).split("|"),
);
