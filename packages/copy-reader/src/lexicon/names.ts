/** Common first names, by which persons are stated from places and companies, and "he" from "she". Lower case. */
const men =
  "aaron abdul abdullah abraham adam adrian ahmad ahmed akhil al alain alan albert alberto alec alejandro aleksandr alex alexander alexandre alexei alfred ali allan allen alvin " +
  "anders andre andreas andrei andrew andrey andy anthony antoine anton antonio ari arjun armin arne arnold arthur asif ashok bashar barack barry bart ben benjamin bernard bernd bernhard " +
  "bernie bert bill billy björn bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bruno bryan burkhard byron calvin carl carlos carsten chad charles charlie chris christian " +
  "christoph christopher chuck claude claus clay cliff clint clinton cole colin conor corey cory craig curt curtis cyril dale damian dan daniel danny darrell darren dave david dean dennis derek detlef devin dick dieter dietmar dirk " +
  "dmitri dmitry dominic dominik don donald donnie doug douglas duncan dustin dwight earl eberhard ed eddie edgar edmund eduard eduardo edward edwin egon elijah elliot elliott elmar emil emmanuel enrique eric erich erik ernest ernesto ernst erwin ethan eugene evan " +
  "fabian felix ferdinand fernando florian floyd francis francisco franco frank franklin franz fred frederick friedrich gabriel garry gary gavin gene geoff geoffrey georg george georges gerald gerard gerd gerhard gilbert giovanni giuseppe glen glenn gordon graham grant greg gregory guido guillermo günter günther gus guy " +
  "hal hamid hank hannes hans hans-jürgen hans-peter harald harold harry hartmut harvey hasan hassan heath hector heiko heinrich heinz helmut henri henrik henry herb herbert herman hermann holger horst howard hubert hugh hugo hussein ian ibrahim igor ilya imran isaac ismail ivan " +
  "jack jacob jacques jaime jake jakob jamal james jamie jan jared jason javier jay jean jean-claude jean-luc jeb jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim jochen joe joel joerg johann johannes john johnny jon jonas jonathan jordan jorge jose josé josef joseph josh joshua josip juan juergen julian julio jürgen justin jörg " +
  "karel karim karl karl-heinz karl-theodor keith ken kenneth kent kevin khalid kirk klaus konrad kurt kyle lamar lance larry lars laurent lawrence lee lenny leo leon leonard leroy lester levi lewis liam lindsey lincoln lloyd logan lorenz lothar lou louis luc luca lucas luis luke lutz mahmoud malcolm manfred manuel marc marcel marco marcus mario mark markus marshall martin marvin mathias matt matteo matthew matthias maurice max maximilian " +
  "mehmet michael michel miguel mike mikhail milan miles mitch mitt mohamed mohammad mohammed moritz morgan muammar muhammad murray mustafa narendra nate nathan nathaniel neal ned neil nelson nicholas nick nicolas nigel niklas nikolai nikolaus noah norbert norman oleg oliver olaf omar oscar oskar osama otto owen pablo paolo pascal patrick paul pedro perry pervez pete peter phil philip philipp phillip pierre pjotr rafael rahm rainer ralf ralph ramon rand randall randy raul ray raymond recep reggie reince reiner reinhard reinhold rene rené rex " +
  "ricardo rich richard rick ricky rob robert roberto robin rod rodney roger roland rolf roman ron ronald ross roy rudolf rudolph rudy rupert russ russell rusty ryan sadiq salman sam samuel saul scott sean sebastian sergei sergey seth shahbaz shane shaun shawn sheldon sherrod sid sidney siegfried silvio simon sonny spencer stan stanley stefan stephan stephen steve steven stuart sven syed tayyip ted terrence terry theo theodor theodore thilo thomas thorsten tim timo timothy tobias todd tom tommy tony torsten travis trent trevor trey tucker tyler teddy theodor raj anil sanjay vijay amit jamal jamaal denzel malik keith dwayne dewayne jeremiah ezra caleb josiah jed judd thad tad thom heath " +
  "elon udo ulf ulrich umar uwe vernon victor viktor vince vincent vitali vladimir wade wallace walt walter warren wayne wendell werner wesley wilfried wilhelm will willi william willy winston wladimir wolf wolfgang woody xavier yanis yasir yukio yusuf zachary zach zoran hermain herman heino olexandr wiktor houcine jeremiah cyrus dirk ingo jost kai maik nils ole pascal phillipp sönke steffen veit volker ortwin ottmar eckart eckhard edmund ekkehard reimer wigald marek jerzy jarosław lech donald tusk andrzej piotr paweł tomasz krzysztof zbigniew janusz " +
  "achim albrecht alois altan anatol ansgar arkadi arnd arndt artur arvid axel ayhan aziz balthasar benedikt benno bela " +
  "béla bertram bodo burak carlo cem chaim christof claudio clemens claas cornelius damir dariusz davide denis diego " +
  "diethard dietrich dominique dragan edmond efraim egbert elias emre engelbert enno enver erdoğan erhard erkan ernö " +
  "esteban eugen ewald fatih federico filip fiete frederik friedhelm fritz georgi gerfried gerhardt gernot gero gianni " +
  "gideon giorgio goran götz gottfried gregor gunnar gunter gunther gustav hakan hanno hans-dieter hans-georg " +
  "hans-joachim hans-ulrich hans-werner harm heinz-peter helge hendrik hennes henning heribert hinrich hubertus ignaz " +
  "ilham ivo jacek jakub jannik jan-peter janos jaroslaw johan jörn jonny julien julius justus kaspar kemal kilian " +
  "klaus-dieter knut koloman konstantin kristian kuno lajos leif lennart leonhard leopold levent lorenzo lucien ludger " +
  "ludwig luigi maciej magnus malte marian marius massimo mateusz meinhard meinolf mehdi mesut michail mihai milos mirko " +
  "murat navid nepomuk nicolai nihat niko okan oktay olav onur orhan osman oswald otmar ottokar patrik pawel petr radek " +
  "raffaele raimund rami rasmus renato rico rolf-dieter rüdiger rupprecht rudi ruben sascha savas sebastiano selim serdar " +
  "serhij sergio siegmar sigmar sigmund stanislaw stefano svante swen tarek tariq tayfun tibor tilman timm tino tomas " +
  "torben tristan umut urs valentin vinzenz vitus volkmar walther wenzel wieland willibald witold wladyslaw wolf-dieter " +
  "wolfram yannick zdenek zeki zoltan zoltán takeshi hiroshi kenji shinzo fumio akira haruki satoshi jian yong sung " +
  "min-ho jae-in joon kazuo yoshihide ranil anwar joko prabowo najib mahathir thaksin prayuth srettha nawaz bilawal " +
  "shehbaz manmohan arvind rahul ajit nitin piyush sachin virat ravi suresh ramesh deepak sunil vikram aditya kwame kofi " +
  "olusegun muhammadu thabo uhuru raila yoweri emmerson joao filipe bassirou alassane faure idriss mahamat abiy isaias " +
  "luiz mauricio gustavo iván andrés evo nicolás nayib ollanta felipe vicente raúl fidel mathew alistair alastair angus " +
  "callum declan dermot desmond eamonn finlay fraser gareth giles hamish hamza huw iain jarvis keir kieran lachlan " +
  "leighton malachi micheál niall oisin padraig rhys rishi rory rufus ruairi seamus séamus sajid tarquin toby tristram " +
  "wes zak barnaby benedict crispin humphrey monty quentin roderick giuliano enrico umberto vittorio alessandro alfonso " +
  "angelino antonello beppe dario fausto gianluca gianfranco guglielmo maurizio pier salvatore ugo bjarne esben frode " +
  "håkon ivar jesper joakim jörgen kåre kjell lasse mads mikkel morten niels nikolaj olof petter poul sindre søren " +
  "stellan sverre thorbjørn tore torbjörn tord troels vegard villy aleksandar alexandru andrej bogdan borislav borut " +
  "boyko branko călin ciprian dalibor dejan dimitar dimitris dimitrios florin gheorghe giorgos grigoris hristo ilir ioan " +
  "janez jaroslav jiří kiril kostas kyriakos laurențiu ljubomir lubomír lukas lukasz marijan marko matej mihail mikulás " +
  "milorad miloš miroslav nebojša nikos ognjen pavel petar petros radosław radovan rumen slobodan stanislav stoyan " +
  "tomislav traian vaclav václav vasil vassilis vladan vladimír vojislav yannis yiannis zdravko zlatko";

const women =
  "abby abigail adele adriana agnes aimee alexandra alexandria alexis alice alicia alison allison alyssa amanda amber amelia amina amy ana andrea angela angelika anita anja ann anna anne annegret annette anneliese annie antje ariana ariel arianna ashley astrid audrey ayesha aung barbara beate beatrice becky belinda benazir bernadette bertha beth bettina betty beverly bianca bonnie brenda bridget brigitte britta brooke camille candace carla carly carmen carol carole caroline carolyn carrie catherine cathy cecile cecilia celeste charlene charlotte chelsea cheri cheryl chloe christa christiane christina christine cindy claire clara clare claudia colleen condoleezza connie constance cornelia crystal cynthia daniela danielle dawn debbie deborah debra denise diana diane dianne dilma dolores donna doris dorothea dorothy edith eileen elaine eleanor elena elfriede elisabeth elise elizabeth ella ellen emily emma erica erika erin esther eva eve evelyn fatima felicia fiona florence frances franziska gabriela gabriele gabrielle gail gerda geraldine gertrud gina gisela glenda gloria grace greta gretchen gwen halima hanna hannah hannelore harriet heather heide heidemarie heidi heike helen helena helga henriette hilary hilda hildegard hillary holly huma ilse ina indira ines ingrid irene iris irma isabel isabella ivana ivanka jackie jacqueline jamie-lynn jana jane janet janice janine jasmine jean-marie jeanne jen jenna jennifer jenny jessica jill jo joan joann joanna joanne jodi johanna josephine joy joyce juanita judith judy julia julianne julie jutta karen karin karla karoline kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin katrina kay kayla kellyanne kelly kerstin kim kimberly kirsten kirstjen kristen kristin kristina krystal laura lauren leah lena leslie leticia lily linda lindsay lisa liz loretta lori lorraine louise lucia lucille lucy lydia lynn lynne madeleine madison maggie malala mandy manuela marcia margaret margarete margarita margot maria mariana marianne marie marilyn marina marine marion marisa marissa marjorie marlene marsha martha martina mary maryam maureen maxine maya megan meghan melania melanie melinda melissa melody mercedes meredith mia michele michelle mildred mimi miriam miranda molly mona monica monika monique myra nadine nadja nancy naomi natalia natalie natasha nicola nicole nikki nina nora noreen norma olga olivia ophelia pam pamela patricia patti patty paula pauline penny petra phyllis priscilla priti rachel ramona randi rebecca regina renate renee rhonda rita roberta robyn rosa rosanne rose rosemary roxanne ruth sabine sabrina sally samantha sandra sandy sara sarah saskia shannon sharon sheila shelley sheryl shirley silke silvia simone sofia sonia sonja sophia sophie stacey stacy stefanie stella stephanie sue susan susana susanne suzanne svenja sybille sylvia tamara tammy tanja tanya tara tatjana teresa terri theresa tiffany tina toni tracey traci tracy tulsi ulla ulrike ursula ute uta valerie vanessa vera verena veronica vicki victoria viktoria viola violet virginia vivian wanda wendy whitney wilma yasmin yolanda yvette yvonne zoe beata ewa małgorzata agnieszka katarzyna joanna andreja erna " +
  "agata aleida alena aleksandra alina amelie anastasia anette angelica angelina anke ann-kathrin anna-lena anne-marie " +
  "annalena annamaria anneke anneli anouk antonia apollonia aylin ayse ayşe babette bärbel beatrix berit birgit birgitta " +
  "birte bozena brunhilde carina carola cäcilie christel cläre cordula corinna dagmar dana danuta dilek dorit doreen " +
  "dorota dörte edeltraud eleonore elfi elif elisabetta elke elli elvira emilia emine esra eva-maria evelin evelyne " +
  "fadime fatma felicitas filiz franka frauke frederike friederike gabi gerlinde gerta gesa gesine gitta gönül grit " +
  "gudrun gunda gundula hatice heidrun henrike hertha hilde hilke ida ilka ilona imke inge ingeborg inka inken insa irena " +
  "irina irmgard isabell isabelle isolde iwona janina janna joana jördis josefine julika juliane justyna karola katarina " +
  "kathi katharine käthe kira klara konstanze kornelia kriemhild kristiane kriszta lara larissa lea leila leonie " +
  "lieselotte lilian lilli lina lisbeth liselotte lotte louisa luise luisa maike maja malaika malgorzata manja mara " +
  "mareike maren margit margitta margret margrit maria-theresia mariam marianna marieke marietta marija marit marita " +
  "marlies marlis marta marte mathilde mechthild melina melitta meral merle mina mirjam nadia natascha nele neriman " +
  "nezahat nicoletta pia rahel rebekka regine regula ricarda romy rosemarie rosi roswitha sahra selma senta sevgi sevim " +
  "sieglinde sigrid silja silvana solveig songül steffi susann swantje sylvie tabea thea theresia traudl trude undine " +
  "urte ursel uschi veronika walburga waltraud wiebke wilhelmine xenia yasemin zehra zita akiko yuriko sanae michiko " +
  "xiaoming soo-jin priyanka mamata smriti nirmala mayawati sushma jayalalithaa hina yingluck megawati corazon khaleda " +
  "ngozi sahle-work samia graça winnie nkosazana cristina jeanine dina xiomara violeta beatriz rosario delcy maría pilar " +
  "soraya mónica inés begoña lucía giorgia elly maria-elena mariastella francesca federica chiara letizia paola valentina " +
  "alessandra nunzia rosy ségolène valérie élisabeth rachida roselyne nathalie najat martine agnès élise yaël clémentine " +
  "manon rima marlène amélie bérangère delphine édith emmanuelle fadela frédérique geneviève hélène laurence marielle " +
  "marisol michèle muriel myriam odile pascale véronique annika birgitte ebba elin elsa freja frida gitte gro gunilla " +
  "helle inger ingvild jonna lene lotta magdalena malin margrethe mette nanna pernille ragnhild sanna siri siv sofie " +
  "stina susanna synne tarja tove trine ulrika ylva åsa alicja grażyna jadwiga jolanta krystyna renata urszula zofia " +
  "blanka hana iveta jitka kateřina lenka markéta milada milena miroslava pavla radka zuzana zdenka biljana dragana " +
  "gordana jadranka jelena kolinda ljiljana milica nataša sanja snežana vesna vjosa zorana siobhan niamh aoife orla " +
  "sinead róisín mairead bronagh caoimhe deirdre gráinne maeve arlene leanne kezia mhairi suella kemi thérèse shabana " +
  "jess jacqui gillian nicky";

/** The gender a first name suggests; a guess that a courtesy or an office in the text overrules. */
export const firstNames: ReadonlyMap<string, "he" | "she"> = new Map([
  ...men.split(" ").map((name) => [name, "he"] as const),
  ...women.split(" ").map((name) => [name, "she"] as const),
]);

/** Small words inside names: "Hanna von der Heide", "Idris bin Nasrani". */
export const nameParticles: ReadonlySet<string> = new Set(
  "de del della di da dos das du van von der den ter ten zu zur bin ibn bint al el la le ben abu y e af av".split(" "),
);

/** What follows a name without being its last word. */
export const nameSuffixes: ReadonlySet<string> = new Set("jr jr. sr sr. ii iii iv".split(" "));
