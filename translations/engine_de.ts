<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>engine</name>
    <message>
        <source>Input size</source>
        <translation>Eingabegröße</translation>
    </message>
    <message>
        <source>Every picture is resized to a square of this side.</source>
        <translation>Jedes Bild wird auf ein Quadrat dieser Seitenlänge gebracht.</translation>
    </message>
    <message>
        <source>Resizing</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>linear as published; antialias averages what a strong reduction would skip.</source>
        <translation>linear wie veröffentlicht; antialias mittelt, was eine starke Verkleinerung überspringen würde.</translation>
    </message>
    <message>
        <source>Backbone layers</source>
        <translation>Schichten des Basisnetzes</translation>
    </message>
    <message>
        <source>Layers whose features are joined; the first gives the grid of patches.</source>
        <translation>Schichten, deren Merkmale verbunden werden; die erste gibt das Raster der Ausschnitte vor.</translation>
    </message>
    <message>
        <source>Coreset ratio</source>
        <translation>Anteil der Kernmenge</translation>
    </message>
    <message>
        <source>Share of all patches that the memory bank keeps.</source>
        <translation>Anteil aller Ausschnitte, den der Speicher behält.</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Bank rows that weigh the image score; 1 turns the weight off.</source>
        <translation>Zeilen des Speichers, die den Bildwert gewichten; 1 schaltet die Gewichtung ab.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Coreset start</source>
        <translation>Beginn der Kernmenge</translation>
    </message>
    <message>
        <source>Whether the random first patch joins the bank: dropped as in anomalib, kept as in the algorithm.</source>
        <translation>Ob der zufällige erste Ausschnitt in den Speicher kommt: verworfen wie in anomalib, behalten wie im Algorithmus.</translation>
    </message>
    <message>
        <source>Random projection</source>
        <translation>Zufallsprojektion</translation>
    </message>
    <message>
        <source>Selects the coreset in a sparse random projection; the bank itself is never projected.</source>
        <translation>Wählt die Kernmenge in einer dünn besetzten Zufallsprojektion; der Speicher selbst wird nie projiziert.</translation>
    </message>
    <message>
        <source>Projection distortion</source>
        <translation>Verzerrung der Projektion</translation>
    </message>
    <message>
        <source>Allowed relative error of projected distances (Johnson–Lindenstrauss).</source>
        <translation>Erlaubter relativer Fehler projizierter Abstände (Johnson–Lindenstrauss).</translation>
    </message>
    <message>
        <source>Upsampling of deep features</source>
        <translation>Hochskalieren tiefer Merkmale</translation>
    </message>
    <message>
        <source>How deeper layers are brought to the grid of the first one.</source>
        <translation>Wie tiefere Schichten auf das Raster der ersten gebracht werden.</translation>
    </message>
    <message>
        <source>Pooling at the border</source>
        <translation>Mittelung am Rand</translation>
    </message>
    <message>
        <source>Whether padding counts in the 3×3 mean of border patches.</source>
        <translation>Ob der Rand in der 3×3-Mittelung der Randausschnitte mitzählt.</translation>
    </message>
    <message>
        <source>Upsampling of the map</source>
        <translation>Hochskalieren der Karte</translation>
    </message>
    <message>
        <source>How patch scores become a map before it is blurred.</source>
        <translation>Wie aus den Werten der Ausschnitte eine Karte wird, bevor sie weichgezeichnet wird.</translation>
    </message>
    <message>
        <source>Blur of the map</source>
        <translation>Weichzeichnung der Karte</translation>
    </message>
    <message>
        <source>Deviation of the Gaussian over the map; 0 leaves it sharp.</source>
        <translation>Standardabweichung der Gauß-Glättung der Karte; 0 lässt sie scharf.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How often each part is learnt from.</source>
        <translation>Wie oft aus jedem Teil gelernt wird.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Memory for features</source>
        <translation>Speicher für Merkmale</translation>
    </message>
    <message>
        <source>The backbone's features of all parts are kept in memory up to this size, so that they are computed once; the result is the same without.</source>
        <translation>Bis zu dieser Größe bleiben die Merkmale aller Teile im Speicher, damit das Basisnetz sie nur einmal berechnet; das Ergebnis ist ohne dasselbe.</translation>
    </message>
    <message>
        <source>Temporary file for features</source>
        <translation>Temporäre Datei für Merkmale</translation>
    </message>
    <message>
        <source>Features that exceed the memory go to a temporary file of at most this size; beyond it they are computed anew in every epoch.</source>
        <translation>Merkmale, die nicht in den Speicher passen, kommen in eine temporäre Datei von höchstens dieser Größe; darüber werden sie in jeder Epoche neu berechnet.</translation>
    </message>
    <message>
        <source>Learns how the features of good parts are distributed, with normalising flows.</source>
        <translation>Lernt mit normalisierenden Flüssen, wie die Merkmale guter Teile verteilt sind.</translation>
    </message>
    <message>
        <source>Flow steps</source>
        <translation>Schritte des Flusses</translation>
    </message>
    <message>
        <source>Coupling steps of each layer's flow.</source>
        <translation>Kopplungsschritte des Flusses jeder Schicht.</translation>
    </message>
    <message>
        <source>Only 3×3 convolutions</source>
        <translation>Nur 3×3-Faltungen</translation>
    </message>
    <message>
        <source>Whether all flow steps look at neighbours, or every other one; auto: every other one for wide_resnet50_2, all for smaller backbones.</source>
        <translation>Ob alle Schritte des Flusses Nachbarn sehen oder jeder zweite; auto: jeder zweite bei wide_resnet50_2, alle bei kleineren Basisnetzen.</translation>
    </message>
    <message>
        <source>Hidden ratio</source>
        <translation>Inneres Verhältnis</translation>
    </message>
    <message>
        <source>Channels inside a flow step over those that come in.</source>
        <translation>Kanäle in einem Schritt des Flusses im Verhältnis zu den eingehenden.</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>Begrenzung</translation>
    </message>
    <message>
        <source>Largest logarithm by which one step scales a value.</source>
        <translation>Größter Logarithmus, um den ein Schritt einen Wert skaliert.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>likelihood as published, between −1 and 0; energy does not saturate on strong defects.</source>
        <translation>likelihood wie veröffentlicht, zwischen −1 und 0; energy sättigt bei starken Fehlern nicht.</translation>
    </message>
    <message>
        <source>Learns to reconstruct what the backbone sees in good parts; defects come out wrong.</source>
        <translation>Lernt wiederherzustellen, was das Basisnetz in guten Teilen sieht; Fehler misslingen dabei.</translation>
    </message>
    <message>
        <source>Bottleneck width</source>
        <translation>Breite des Engpasses</translation>
    </message>
    <message>
        <source>Channels inside the bottleneck on wide_resnet50_2: 512 as in anomalib, 1024 as in the authors' code.</source>
        <translation>Kanäle im Engpass bei wide_resnet50_2: 512 wie in anomalib, 1024 wie im Code der Autoren.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Whether whole maps are compared, or each pixel by itself.</source>
        <translation>Ob ganze Karten verglichen werden oder jedes Pixel für sich.</translation>
    </message>
    <message>
        <source>Combination of the maps</source>
        <translation>Verbindung der Karten</translation>
    </message>
    <message>
        <source>How the maps of the three layers become one.</source>
        <translation>Wie aus den Karten der drei Schichten eine wird.</translation>
    </message>
    <message>
        <source>Memory of gradients</source>
        <translation>Gedächtnis für Gradienten</translation>
    </message>
    <message>
        <source>Share of the mean gradient that Adam keeps from step to step (β₁).</source>
        <translation>Anteil des mittleren Gradienten, den Adam von Schritt zu Schritt behält (β₁).</translation>
    </message>
    <message>
        <source>Memory of squared gradients</source>
        <translation>Gedächtnis für quadrierte Gradienten</translation>
    </message>
    <message>
        <source>Share of the mean squared gradient that Adam keeps from step to step (β₂).</source>
        <translation>Anteil des mittleren quadrierten Gradienten, den Adam von Schritt zu Schritt behält (β₂).</translation>
    </message>
    <message>
        <source>From files</source>
        <translation>Aus Dateien</translation>
    </message>
    <message>
        <source>Integer .npy arrays, indexed or grey pictures, called like the parts' pictures.</source>
        <translation>Ganzzahlige .npy-Felder, indizierte oder graue Bilder, benannt wie die Bilder der Teile.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of the maps, absolute or below the images' folder</source>
        <translation>Ordner der Karten, absolut oder unter dem Ordner der Bilder</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Anzahl der Segmente</translation>
    </message>
    <message>
        <source>Number of labels, 0 = largest label found + 1; fixed for the project</source>
        <translation>Anzahl der Nummern, 0 = größte gefundene + 1; für das Projekt fest</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Names of the components in the order of their labels, separated by commas</source>
        <translation>Namen der Segmente in der Reihenfolge ihrer Nummern, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Missing map</source>
        <translation>Fehlende Karte</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>labels are component numbers; a mask is 0 for background, anything else for the object; auto takes files of only 0 and 255 as masks</source>
        <translation>labels sind Segmentnummern; mask ist 0 für den Hintergrund, alles andere ist das Objekt; auto nimmt Dateien mit nur 0 und 255 als Maske</translation>
    </message>
    <message>
        <source>Square maps</source>
        <translation>Quadratische Karten</translation>
    </message>
    <message>
        <source>Accepts square maps of other pictures, made at a network's input size</source>
        <translation>Nimmt quadratische Karten anderer Bilder an, die in der Eingabegröße eines Netzes entstanden sind</translation>
    </message>
    <message>
        <source>Map side</source>
        <translation>Seite der Karte</translation>
    </message>
    <message>
        <source>Width and height of the segment map</source>
        <translation>Breite und Höhe der Segmentkarte</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>More makes paler pixels object, less keeps only those far from the ground's colour</source>
        <translation>Mehr zählt auch blassere Pixel zum Objekt, weniger nur solche weitab von der Farbe des Grundes</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Gaps narrower than this are closed; odd</source>
        <translation>Schmalere Lücken werden geschlossen; ungerade</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>Kleinste Fläche</translation>
    </message>
    <message>
        <source>Share of the picture below which specks are dropped</source>
        <translation>Anteil des Bildes, unter dem Flecken entfallen</translation>
    </message>
    <message>
        <source>Largest filled hole</source>
        <translation>Größtes gefülltes Loch</translation>
    </message>
    <message>
        <source>Share of the picture below which holes are filled: dark spots on a part belong to it</source>
        <translation>Anteil des Bildes, unter dem Löcher gefüllt werden: Dunkle Stellen auf einem Teil gehören dazu</translation>
    </message>
    <message>
        <source>Fill all holes</source>
        <translation>Alle Löcher füllen</translation>
    </message>
    <message>
        <source>Holes of any size belong to the object</source>
        <translation>Löcher jeder Größe gehören zum Objekt</translation>
    </message>
    <message>
        <source>Colour of the ground</source>
        <translation>Farbe des Grundes</translation>
    </message>
    <message>
        <source>#rrggbb; empty finds it from the borders of the pictures</source>
        <translation>#rrggbb; leer: aus den Rändern der Bilder bestimmt</translation>
    </message>
    <message>
        <source>Usual contrast</source>
        <translation>Üblicher Kontrast</translation>
    </message>
    <message>
        <source>Distance in CIE L*a*b* that parts object and ground, within a factor of two; 0 finds it</source>
        <translation>Abstand in CIE L*a*b*, der Objekt und Grund trennt, auf einen Faktor zwei genau; 0 bestimmt ihn</translation>
    </message>
    <message>
        <source>Automatic foreground</source>
        <translation>Automatischer Vordergrund</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>One segment: the forest sees statistics of the whole anomaly map.</source>
        <translation>Ein Segment: Der Wald sieht Statistiken der ganzen Anomaliekarte.</translation>
    </message>
    <message>
        <source>Compares each patch of a part with a memory of patches of good parts; trains in one pass.</source>
        <translation>Vergleicht jeden Ausschnitt eines Teils mit einem Speicher von Ausschnitten guter Teile; lernt in einem Durchgang.</translation>
    </message>
    <message>
        <source>Background and object, by how far a pixel's colour is from that of the picture's border. For parts photographed on a plain ground.</source>
        <translation>Hintergrund und Objekt, danach, wie weit die Farbe eines Pixels von der des Bildrands entfernt ist. Für Teile, die auf einfarbigem Grund fotografiert sind.</translation>
    </message>
    <message>
        <source>Drawing parts</source>
        <translation>Teile werden gezeichnet</translation>
    </message>
    <message>
        <source>Reading segment maps</source>
        <translation>Segmentkarten werden gelesen</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Making segment maps</source>
        <translation>Segmentkarten werden erzeugt</translation>
    </message>
    <message>
        <source>Listing files</source>
        <translation>Dateien werden aufgelistet</translation>
    </message>
    <message>
        <source>Checking weights</source>
        <translation>Gewichte werden geprüft</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Storing weights</source>
        <translation>Gewichte werden gespeichert</translation>
    </message>
    <message>
        <source>Storing parts</source>
        <translation>Teile werden gespeichert</translation>
    </message>
    <message>
        <source>Segment maps</source>
        <translation>Segmentkarten</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Cross-fitting</source>
        <translation>Kreuzanpassung</translation>
    </message>
    <message>
        <source>Scoring unseen bad parts</source>
        <translation>Bewertung ungesehener schlechter Teile</translation>
    </message>
    <message>
        <source>Saving the model</source>
        <translation>Modell wird gespeichert</translation>
    </message>
    <message>
        <source>Repeating with the paper's seeds</source>
        <translation>Wiederholung mit den Startwerten der Veröffentlichung</translation>
    </message>
    <message>
        <source>Reading the chosen parts again</source>
        <translation>Gewählte Teile werden noch einmal gelesen</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>Labels werden gelesen</translation>
    </message>
    <message>
        <source>Reading features</source>
        <translation>Merkmale werden gelesen</translation>
    </message>
    <message>
        <source>Proposing thresholds</source>
        <translation>Schwellen werden vorgeschlagen</translation>
    </message>
    <message>
        <source>Opening the learning library</source>
        <translation>Lernbibliothek wird geöffnet</translation>
    </message>
    <message>
        <source>Looking for segment maps</source>
        <translation>Segmentkarten werden gesucht</translation>
    </message>
    <message>
        <source>Looking at the parts</source>
        <translation>Teile werden angesehen</translation>
    </message>
    <message>
        <source>Learning from good parts</source>
        <translation>Lernen aus guten Teilen</translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation>Prüfung läuft</translation>
    </message>
    <message>
        <source>Hashing the file</source>
        <translation>Prüfsumme der Datei wird berechnet</translation>
    </message>
    <message>
        <source>Growing the forest</source>
        <translation>Wald wächst</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Choosing the memory bank</source>
        <translation>Speicher wird ausgewählt</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Datei wird geprüft</translation>
    </message>
    <message>
        <source>What to do with a part that has no map: leave it out, or make it all background</source>
        <translation>Was mit einem Teil ohne Karte geschieht: auslassen oder ganz zum Hintergrund machen</translation>
    </message>
    <message>
        <source>Training keeps within this; what doesn't fit is computed twice or kept in a temporary file. The result is the same.</source>
        <translation>Das Training bleibt darunter; was nicht hineinpasst, wird zweimal berechnet oder in einer temporären Datei gehalten. Das Ergebnis ist dasselbe.</translation>
    </message>
    <message>
        <source>ResNet-18 (ImageNet)</source>
        <translation>ResNet-18 (ImageNet)</translation>
    </message>
    <message>
        <source>Fast on a processor; weights up to layer3 are enough for most detectors.</source>
        <translation>Schnell auf einem Prozessor; Gewichte bis layer3 genügen den meisten Detektoren.</translation>
    </message>
    <message>
        <source>WideResNet-50-2 (ImageNet)</source>
        <translation>WideResNet-50-2 (ImageNet)</translation>
    </message>
    <message>
        <source>The backbone of the published figures; about seven times the work of ResNet-18.</source>
        <translation>Das Basisnetz der veröffentlichten Zahlen; etwa die siebenfache Arbeit von ResNet-18.</translation>
    </message>
    <message>
        <source>Compact ResNet (embedded)</source>
        <translation>Kompaktes ResNet (eingebaut)</translation>
    </message>
    <message>
        <source>Part of this program: nothing to import, half the work of ResNet-18 and close to it.</source>
        <translation>Teil dieses Programms: nichts zu importieren, halb so viel Arbeit wie ResNet-18 und nahe daran.</translation>
    </message>
    <message>
        <source>ResNet-18 (untrained)</source>
        <translation>ResNet-18 (untrainiert)</translation>
    </message>
    <message>
        <source>Needs no file: fixed random weights, to try the program where the others lack layers.</source>
        <translation>Braucht keine Datei: feste Zufallsgewichte, um das Programm auszuprobieren, wo den anderen Schichten fehlen.</translation>
    </message>
    <message>
        <source>part of this program</source>
        <translation>Teil dieses Programms</translation>
    </message>
    <message>
        <source>Distilling</source>
        <translation>Vom Lehrer lernen</translation>
    </message>
    <message>
        <source>Looking at the teacher's features</source>
        <translation>Merkmale des Lehrers ansehen</translation>
    </message>
    <message>
        <source>Writing the weights</source>
        <translation>Gewichte schreiben</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Wie im Aufsatz</translation>
    </message>
    <message>
        <source>PatchCore: learns in one pass over the good parts.</source>
        <translation>PatchCore: lernt in einem Durchgang über die guten Teile.</translation>
    </message>
    <message>
        <source>PatchCore and the small EfficientAD, which also sees parts in the wrong place.</source>
        <translation>PatchCore und das kleine EfficientAD, das auch Bauteile am falschen Ort sieht.</translation>
    </message>
    <message>
        <source>Reverse Distillation and the medium EfficientAD: the published “All AD”.</source>
        <translation>Reverse Distillation und das mittlere EfficientAD: das veröffentlichte „All AD“.</translation>
    </message>
    <message>
        <source>Learns from good and some bad parts to score how far a part deviates from good ones.</source>
        <translation>Lernt aus guten und einigen schlechten Teilen, wie weit ein Teil von guten abweicht.</translation>
    </message>
    <message>
        <source>Learns from good and bad parts by four views: seen defects, made-up ones, difference from good parts, and the whole part.</source>
        <translation>Lernt aus guten und schlechten Teilen auf vier Weisen: gesehene Fehler, erfundene, Unterschied zu guten Teilen und das ganze Teil.</translation>
    </message>
    <message>
        <source>A network trained to part good from bad: the supervised baseline, for when there are many bad parts.</source>
        <translation>Ein Netz, das gute von schlechten Teilen trennen lernt: der überwachte Vergleich, wenn es viele schlechte Teile gibt.</translation>
    </message>
    <message>
        <source>antialias averages what a strong reduction would skip, as the published code does.</source>
        <translation>antialias mittelt, was starkes Verkleinern übersprünge, wie der veröffentlichte Code.</translation>
    </message>
    <message>
        <source>Deepest backbone layer</source>
        <translation>Tiefste Schicht des Grundnetzes</translation>
    </message>
    <message>
        <source>4 as published; 3 for backbones that end there, with a finer grid.</source>
        <translation>4 wie veröffentlicht; 3 für Grundnetze, die dort enden, mit feinerem Raster.</translation>
    </message>
    <message>
        <source>How long training goes on.</source>
        <translation>Wie lange das Training dauert.</translation>
    </message>
    <message>
        <source>Steps per epoch</source>
        <translation>Schritte je Epoche</translation>
    </message>
    <message>
        <source>Batches in an epoch, however many parts there are.</source>
        <translation>Stapel in einer Epoche, gleich wie viele Teile es gibt.</translation>
    </message>
    <message>
        <source>Pictures in a step; memory and seconds of a step grow with it.</source>
        <translation>Bilder in einem Schritt; Speicher und Dauer eines Schritts wachsen damit.</translation>
    </message>
    <message>
        <source>How far a step goes; lower it when the loss does not fall.</source>
        <translation>Wie weit ein Schritt geht; kleiner, wenn der Verlust nicht fällt.</translation>
    </message>
    <message>
        <source>gradient is scaled for each picture, raw_gradient is comparable between pictures, response shows the score of each position and is quick.</source>
        <translation>gradient ist je Bild skaliert, raw_gradient zwischen Bildern vergleichbar, response zeigt den Wert jeder Stelle und ist schnell.</translation>
    </message>
    <message>
        <source>response shows what each position adds to the score, gradient where the score comes from; that one takes longer.</source>
        <translation>response zeigt, was jede Stelle zum Wert beiträgt, gradient, woher der Wert kommt; das dauert länger.</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Größenstufen</translation>
    </message>
    <message>
        <source>Sizes at which a picture is looked at, each half of the one before.</source>
        <translation>Größen, in denen ein Bild betrachtet wird, jede halb so groß wie die vorige.</translation>
    </message>
    <message>
        <source>Share of positions that count</source>
        <translation>Anteil der Stellen, die zählen</translation>
    </message>
    <message>
        <source>The score is the mean of this share of positions with the largest values; 0: of all, with their signs.</source>
        <translation>Der Wert ist das Mittel dieses Anteils der Stellen mit den größten Werten; 0: aller, mit Vorzeichen.</translation>
    </message>
    <message>
        <source>deviation compares with normal numbers drawn for each step, fixed_deviation with their exact mean and deviation.</source>
        <translation>deviation vergleicht mit Normalzahlen, die je Schritt gezogen werden, fixed_deviation mit deren genauem Mittel und Streuung.</translation>
    </message>
    <message>
        <source>Epochs at one rate</source>
        <translation>Epochen je Rate</translation>
    </message>
    <message>
        <source>The learning rate falls to a tenth every so many epochs; 0 keeps it.</source>
        <translation>Die Lernrate fällt nach je so vielen Epochen auf ein Zehntel; 0 behält sie.</translation>
    </message>
    <message>
        <source>How strongly weights are drawn to zero.</source>
        <translation>Wie stark Gewichte zur Null gezogen werden.</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>Größter Gradient</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this norm; 0 leaves them.</source>
        <translation>Längere Gradienten werden auf diese Norm gekürzt; 0 lässt sie.</translation>
    </message>
    <message>
        <source>Random rotation</source>
        <translation>Zufällige Drehung</translation>
    </message>
    <message>
        <source>Turns each training picture by a random angle; off as in SegAD, on in the original code.</source>
        <translation>Dreht jedes Trainingsbild um einen zufälligen Winkel; aus wie bei SegAD, an im Originalcode.</translation>
    </message>
    <message>
        <source>Memory for pictures</source>
        <translation>Speicher für Bilder</translation>
    </message>
    <message>
        <source>Training pictures beyond this are kept in a temporary file.</source>
        <translation>Trainingsbilder darüber hinaus liegen in einer temporären Datei.</translation>
    </message>
    <message>
        <source>Reference parts</source>
        <translation>Vergleichsteile</translation>
    </message>
    <message>
        <source>Good parts that every part is compared with.</source>
        <translation>Gute Teile, mit denen jedes Teil verglichen wird.</translation>
    </message>
    <message>
        <source>Pasted pieces in references</source>
        <translation>Eingesetzte Stücke in Vergleichsteilen</translation>
    </message>
    <message>
        <source>While training, half of the reference parts get a pasted piece, as in the original code.</source>
        <translation>Beim Training bekommt die Hälfte der Vergleichsteile ein eingesetztes Stück, wie im Originalcode.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Impuls</translation>
    </message>
    <message>
        <source>Share of the last step that the next one keeps.</source>
        <translation>Anteil des letzten Schritts, den der nächste behält.</translation>
    </message>
    <message>
        <source>Weight of bad parts</source>
        <translation>Gewicht schlechter Teile</translation>
    </message>
    <message>
        <source>α of the focal loss: bad parts weigh this, good ones the rest to 1; negative: all weigh 1.</source>
        <translation>α des Fokalverlusts: Schlechte Teile wiegen dies, gute den Rest zu 1; negativ: alle wiegen 1.</translation>
    </message>
    <message>
        <source>Focus on hard parts</source>
        <translation>Blick auf schwierige Teile</translation>
    </message>
    <message>
        <source>γ of the focal loss; 0 counts parts that are already right as much as the others.</source>
        <translation>γ des Fokalverlusts; 0 zählt schon richtige Teile so viel wie die anderen.</translation>
    </message>
    <message>
        <source>Reading the parts</source>
        <translation>Teile werden gelesen</translation>
    </message>
    <message>
        <source>Learning from good and bad parts</source>
        <translation>Lernen aus guten und schlechten Teilen</translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation>Lernschritte</translation>
    </message>
    <message>
        <source>One part a step. 70000 as published; without a graphics card some thousand are a start.</source>
        <translation>Ein Teil je Schritt. Veröffentlicht 70000; ohne Grafikkarte sind einige tausend ein Anfang.</translation>
    </message>
    <message>
        <source>Penalty pictures</source>
        <translation>Fremde Bilder</translation>
    </message>
    <message>
        <source>Pictures of anything else, on which the student shall not imitate: drawn, or of a folder; the paper takes ImageNet&apos;s.</source>
        <translation>Bilder von etwas anderem, bei denen der Schüler nicht nachahmen soll: gezeichnet oder aus einem Ordner; der Artikel nimmt die von ImageNet.</translation>
    </message>
    <message>
        <source>Folder of penalty pictures</source>
        <translation>Ordner fremder Bilder</translation>
    </message>
    <message>
        <source>Photographs of anything but the product; used with penalty pictures from a folder.</source>
        <translation>Fotos von allem außer dem Produkt; für fremde Bilder aus einem Ordner.</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Auffüllung des Rands</translation>
    </message>
    <message>
        <source>Networks see the border of the picture; without, four map cells a side stay blank. The border is learned last: switch it off for trainings of a few thousand steps.</source>
        <translation>Die Netze sehen den Bildrand; ohne bleiben an jeder Seite vier Zellen der Karte leer. Der Rand wird zuletzt gelernt: bei wenigen Tausend Schritten abschalten.</translation>
    </message>
    <message>
        <source>Colour jitter</source>
        <translation>Farbschwankung</translation>
    </message>
    <message>
        <source>Varies brightness, contrast or saturation of what the autoencoder learns from.</source>
        <translation>Verändert Helligkeit, Kontrast oder Sättigung dessen, woraus der Autoencoder lernt.</translation>
    </message>
    <message>
        <source>Of Adam; a tenth of it for the last twentieth of the steps.</source>
        <translation>Von Adam; im letzten Zwanzigstel der Schritte ein Zehntel davon.</translation>
    </message>
    <message>
        <source>Hard feature share</source>
        <translation>Schwelle schwerer Merkmale</translation>
    </message>
    <message>
        <source>The student learns from the errors at or beyond this quantile only; 0 takes all.</source>
        <translation>Der Schüler lernt nur aus Fehlern ab diesem Quantil; 0 nimmt alle.</translation>
    </message>
    <message>
        <source>A small student imitates a teacher on good parts and fails on defects; an autoencoder sees what is out of place.</source>
        <translation>Ein kleiner Schüler ahmt bei guten Teilen einen Lehrer nach und scheitert an Fehlern; ein Autoencoder sieht, was nicht an seinem Platz ist.</translation>
    </message>
    <message>
        <source>EfficientAD with the larger networks of the published figures; three times the work of the small one.</source>
        <translation>EfficientAD mit den größeren Netzen der veröffentlichten Zahlen; dreimal so viel Arbeit wie das kleine.</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s small teacher</source>
        <translation>Kleiner Lehrer von EfficientAD</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s medium teacher</source>
        <translation>Mittlerer Lehrer von EfficientAD</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s small teacher, narrow</source>
        <translation>Kleiner Lehrer von EfficientAD, schmal</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s medium teacher, narrow</source>
        <translation>Mittlerer Lehrer von EfficientAD, schmal</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s small teacher, narrow (untrained)</source>
        <translation>Kleiner Lehrer von EfficientAD, schmal (untrainiert)</translation>
    </message>
    <message>
        <source>EfficientAD&apos;s medium teacher, narrow (untrained)</source>
        <translation>Mittlerer Lehrer von EfficientAD, schmal (untrainiert)</translation>
    </message>
    <message>
        <source>What EfficientAD (small) imitates: imported, or made with segad distil.</source>
        <translation>Was EfficientAD (klein) nachahmt: importiert oder mit segad distil gemacht.</translation>
    </message>
    <message>
        <source>What EfficientAD (medium) imitates: imported, or made with segad distil.</source>
        <translation>Was EfficientAD (mittel) nachahmt: importiert oder mit segad distil gemacht.</translation>
    </message>
    <message>
        <source>A quarter of the channels, a seventh of the work; made with segad distil.</source>
        <translation>Ein Viertel der Kanäle, ein Siebtel der Arbeit; mit segad distil gemacht.</translation>
    </message>
    <message>
        <source>A quarter of the channels, a ninth of the work; made with segad distil.</source>
        <translation>Ein Viertel der Kanäle, ein Neuntel der Arbeit; mit segad distil gemacht.</translation>
    </message>
    <message>
        <source>Needs no file: fixed random weights, to try the program before there is a teacher.</source>
        <translation>Braucht keine Datei: feste Zufallsgewichte, um das Programm auszuprobieren, bevor es einen Lehrer gibt.</translation>
    </message>
    <message>
        <source>Measuring the teacher</source>
        <translation>Den Lehrer ausmessen</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>The published teacher learnt from a WideResNet; one that learns from this network sees less</source>
        <translation>Der veröffentlichte Lehrer lernte von einem WideResNet; einer, der von diesem Netz lernt, sieht weniger</translation>
    </message>
    <message>
        <source>This teacher learns from a network that is small itself: good enough to begin with. Import ResNet-18 or WideResNet-50-2 and make it again for better results</source>
        <translation>Dieser Lehrer lernt von einem Netz, das selbst klein ist: gut genug für den Anfang. Für bessere Ergebnisse ResNet-18 oder WideResNet-50-2 importieren und ihn noch einmal machen</translation>
    </message>
    <message>
        <source>Precision of the networks</source>
        <translation>Genauigkeit der Netze</translation>
    </message>
    <message>
        <source>Of the backbone, and of what was learnt on it when it scores. bfloat16 is quicker on processors that multiply it and slower on others; scores change in their third digit.</source>
        <translation>Die des Backbones und, wenn bewertet wird, die des darauf Gelernten. bfloat16 ist auf Prozessoren, die es multiplizieren, schneller, auf anderen langsamer; die Werte ändern sich in der dritten Ziffer.</translation>
    </message>
    <message>
        <source>needs about %1 MiB, %2 MiB are free</source>
        <translation>braucht etwa %1 MiB, %2 MiB sind frei</translation>
    </message>
    <message>
        <source>Close other programs or train on fewer parts.</source>
        <translation>Andere Programme schließen oder mit weniger Teilen trainieren.</translation>
    </message>
    <message>
        <source>Lower memory_limit or coreset_ratio, or close other programs.</source>
        <translation>memory_limit oder coreset_ratio senken oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>may not be written</source>
        <translation>darf nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Change the permissions, copy the project to a folder of yours, or open it read-only.</source>
        <translation>Die Rechte ändern, das Projekt in einen eigenen Ordner kopieren oder es nur zum Lesen öffnen.</translation>
    </message>
    <message>
        <source>could not be written: the disk is full</source>
        <translation>konnte nicht geschrieben werden: die Festplatte ist voll</translation>
    </message>
    <message>
        <source>Free some space on that disk, then try again; nothing was lost.</source>
        <translation>Auf dieser Festplatte Platz schaffen, dann noch einmal versuchen; nichts ging verloren.</translation>
    </message>
    <message>
        <source>another program is using the project and did not let go</source>
        <translation>ein anderes Programm benutzt das Projekt und gab es nicht frei</translation>
    </message>
    <message>
        <source>Wait until its job is done or close it, then try again.</source>
        <translation>Warten, bis dessen Auftrag fertig ist, oder es schließen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>was interrupted</source>
        <translation>wurde unterbrochen</translation>
    </message>
    <message>
        <source>Start it again if you need its result.</source>
        <translation>Noch einmal starten, wenn das Ergebnis gebraucht wird.</translation>
    </message>
    <message>
        <source>is missing from the new folder</source>
        <translation>fehlt im neuen Ordner</translation>
    </message>
    <message>
        <source>is not the image that was imported</source>
        <translation>ist nicht das importierte Bild</translation>
    </message>
    <message>
        <source>Choose the folder the images were moved to, or import it as a new source.</source>
        <translation>Den Ordner wählen, in den die Bilder verschoben wurden, oder ihn als neue Quelle importieren.</translation>
    </message>
    <message>
        <source>can&apos;t be removed: run %1 builds on it</source>
        <translation>kann nicht gelöscht werden: Lauf %1 baut darauf auf</translation>
    </message>
    <message>
        <source>Remove that run first.</source>
        <translation>Zuerst diesen Lauf löschen.</translation>
    </message>
    <message>
        <source>can&apos;t be removed: inspections were made with it</source>
        <translation>kann nicht gelöscht werden: Prüfungen wurden damit gemacht</translation>
    </message>
    <message>
        <source>Keep it for the record.</source>
        <translation>Für die Akten behalten.</translation>
    </message>
    <message>
        <source>is at work</source>
        <translation>arbeitet gerade</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Zuerst anhalten.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a part of the project</source>
        <translation>&apos;%1&apos; ist kein Teil des Projekts</translation>
    </message>
    <message>
        <source>its weights are not imported; the file is usually called %1 (%2 %3…)</source>
        <translation>seine Gewichte sind nicht importiert; die Datei heißt meist %1 (%2 %3…)</translation>
    </message>
    <message>
        <source>its weights are not imported; the file is usually called %1</source>
        <translation>seine Gewichte sind nicht importiert; die Datei heißt meist %1</translation>
    </message>
    <message>
        <source>there is no such teacher yet</source>
        <translation>diesen Lehrer gibt es noch nicht</translation>
    </message>
    <message>
        <source>You can make one with %1, or under Settings ▸ Weights.</source>
        <translation>Er lässt sich mit %1 herstellen, oder unter Einstellungen ▸ Gewichte.</translation>
    </message>
    <message>
        <source>Import it with %1, or make one with %2. Both can be done under Settings ▸ Weights.</source>
        <translation>Mit %1 importieren oder mit %2 herstellen. Beides geht auch unter Einstellungen ▸ Gewichte.</translation>
    </message>
    <message>
        <source>Import it with %1 or under Settings ▸ Weights.</source>
        <translation>Mit %1 oder unter Einstellungen ▸ Gewichte importieren.</translation>
    </message>
    <message>
        <source>no weights of this name are imported; there are none yet</source>
        <translation>Gewichte dieses Namens sind nicht importiert; es gibt noch keine</translation>
    </message>
    <message>
        <source>good parts</source>
        <translation>gute Teile</translation>
    </message>
    <message>
        <source>bad parts</source>
        <translation>schlechte Teile</translation>
    </message>
    <message>
        <source>there are %1 good parts to learn from; at least %2 are needed</source>
        <translation>es gibt %1 gute Teile zum Lernen; mindestens %2 sind nötig</translation>
    </message>
    <message>
        <source>there are %1 good part to learn from; at least %2 are needed</source>
        <translation>es gibt %1 gutes Teil zum Lernen; mindestens %2 sind nötig</translation>
    </message>
    <message>
        <source>Label more parts as good, or import more; one is kept to calibrate and one to test.</source>
        <translation>Mehr Teile als gut labeln oder mehr importieren; eines dient der Kalibrierung und eines dem Test.</translation>
    </message>
    <message>
        <source>Label more parts as good, or import more; one is kept to calibrate.</source>
        <translation>Mehr Teile als gut labeln oder mehr importieren; eines dient der Kalibrierung.</translation>
    </message>
    <message>
        <source>there are %1 bad parts to choose from; %2 are wanted</source>
        <translation>es gibt %1 schlechte Teile zur Auswahl; gewünscht sind %2</translation>
    </message>
    <message>
        <source>Label or import more bad parts, generate defects, or ask for fewer.</source>
        <translation>Mehr schlechte Teile labeln oder importieren, Fehler erzeugen oder weniger verlangen.</translation>
    </message>
    <message>
        <source>there are %1 to learn from; scores for a forest need at least %2, each judged by a detector that has not seen it</source>
        <translation>es gibt %1 zum Lernen; Werte für einen Wald brauchen mindestens %2, jedes von einem Detektor beurteilt, der es nicht gesehen hat</translation>
    </message>
    <message>
        <source>Label or import more bad parts, or train without cross-fitting (--no-cross-fit) when no forest is wanted.</source>
        <translation>Mehr schlechte Teile labeln oder importieren, oder ohne Kreuzanpassung trainieren (--no-cross-fit), wenn kein Wald gewünscht ist.</translation>
    </message>
    <message>
        <source>Reading masks</source>
        <translation>Masken werden gelesen</translation>
    </message>
    <message>
        <source>Storing regions</source>
        <translation>Regionen werden gespeichert</translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>Der Ordner wird angesehen</translation>
    </message>
    <message>
        <source>Writing masks</source>
        <translation>Masken werden geschrieben</translation>
    </message>
    <message>
        <source>Blurred part</source>
        <translation>Unscharfe Stelle</translation>
    </message>
    <message>
        <source>Small rectangle</source>
        <translation>Kleines Rechteck</translation>
    </message>
    <message>
        <source>Thin rectangle</source>
        <translation>Dünnes Rechteck</translation>
    </message>
    <message>
        <source>Perlin texture</source>
        <translation>Perlin-Textur</translation>
    </message>
    <message>
        <source>CutPaste</source>
        <translation>CutPaste</translation>
    </message>
    <message>
        <source>CutPaste scar</source>
        <translation>CutPaste-Narbe</translation>
    </message>
    <message>
        <source>Blended patch</source>
        <translation>Eingeblendetes Stück</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Displaced</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>Fleck</translation>
    </message>
    <message>
        <source>Part of a segment is out of focus, as by grease, a smear or a missing structure.</source>
        <translation>Ein Teil eines Segments ist unscharf wie durch Fett, eine Schliere oder fehlende Struktur.</translation>
    </message>
    <message>
        <source>A small foreign piece, turned at random, of one colour.</source>
        <translation>Ein kleines, zufällig gedrehtes Fremdstück in einer Farbe.</translation>
    </message>
    <message>
        <source>A hair, a scratch or a piece of wire: long, thin and straight.</source>
        <translation>Ein Haar, ein Kratzer oder ein Stück Draht: lang, dünn und gerade.</translation>
    </message>
    <message>
        <source>Blots of Perlin noise filled with a strange texture, procedural or from a folder.</source>
        <translation>Kleckse aus Perlin-Rauschen mit fremder Textur, prozedural oder aus einem Ordner.</translation>
    </message>
    <message>
        <source>A piece of the picture, its colours changed a little, pasted elsewhere.</source>
        <translation>Ein Stück des Bildes, farblich leicht verändert, an anderer Stelle eingefügt.</translation>
    </message>
    <message>
        <source>A thin piece of the picture, turned and pasted elsewhere.</source>
        <translation>Ein dünnes Stück des Bildes, gedreht und an anderer Stelle eingefügt.</translation>
    </message>
    <message>
        <source>A patch of another good part, blended in without seams: a subtle, natural change.</source>
        <translation>Ein Stück eines anderen guten Teils, nahtlos eingeblendet: eine feine, natürliche Veränderung.</translation>
    </message>
    <message>
        <source>A piece of the product is not there: its surroundings go on where it was.</source>
        <translation>Ein Stück des Produkts fehlt: An seiner Stelle setzt sich die Umgebung fort.</translation>
    </message>
    <message>
        <source>A piece of the product has slipped or is turned.</source>
        <translation>Ein Stück des Produkts ist verrutscht oder verdreht.</translation>
    </message>
    <message>
        <source>A soft-edged discolouration of a segment; its structure stays to be seen.</source>
        <translation>Eine weich begrenzte Verfärbung eines Segments; seine Struktur bleibt sichtbar.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size from</source>
        <translation>Größe von</translation>
    </message>
    <message>
        <source>Size to</source>
        <translation>Größe bis</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Blur from</source>
        <translation>Unschärfe von</translation>
    </message>
    <message>
        <source>Blur to</source>
        <translation>Unschärfe bis</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity from</source>
        <translation>Deckkraft von</translation>
    </message>
    <message>
        <source>Opacity to</source>
        <translation>Deckkraft bis</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length from</source>
        <translation>Länge von</translation>
    </message>
    <message>
        <source>Length to</source>
        <translation>Länge bis</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width from</source>
        <translation>Breite von</translation>
    </message>
    <message>
        <source>Width to</source>
        <translation>Breite bis</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Finest cells</source>
        <translation>Feinste Zellen</translation>
    </message>
    <message>
        <source>Only on the chosen segments</source>
        <translation>Nur auf den gewählten Segmenten</translation>
    </message>
    <message>
        <source>Change of colour</source>
        <translation>Farbänderung</translation>
    </message>
    <message>
        <source>Placed on the chosen segments</source>
        <translation>Auf den gewählten Segmenten</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Area from</source>
        <translation>Fläche von</translation>
    </message>
    <message>
        <source>Area to</source>
        <translation>Fläche bis</translation>
    </message>
    <message>
        <source>Half size</source>
        <translation>Halbe Größe</translation>
    </message>
    <message>
        <source>Half size from</source>
        <translation>Halbe Größe von</translation>
    </message>
    <message>
        <source>Half size to</source>
        <translation>Halbe Größe bis</translation>
    </message>
    <message>
        <source>Change of size</source>
        <translation>Größenänderung</translation>
    </message>
    <message>
        <source>Change of size from</source>
        <translation>Größenänderung von</translation>
    </message>
    <message>
        <source>Change of size to</source>
        <translation>Größenänderung bis</translation>
    </message>
    <message>
        <source>Share of product</source>
        <translation>Anteil des Produkts</translation>
    </message>
    <message>
        <source>Patches at most</source>
        <translation>Höchstens Stücke</translation>
    </message>
    <message>
        <source>Whole up to</source>
        <translation>Ganz bis</translation>
    </message>
    <message>
        <source>Bite</source>
        <translation>Ausbruch</translation>
    </message>
    <message>
        <source>Bite from</source>
        <translation>Ausbruch von</translation>
    </message>
    <message>
        <source>Bite to</source>
        <translation>Ausbruch bis</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Shift from</source>
        <translation>Verschiebung von</translation>
    </message>
    <message>
        <source>Shift to</source>
        <translation>Verschiebung bis</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Turn from</source>
        <translation>Drehung von</translation>
    </message>
    <message>
        <source>Turn to</source>
        <translation>Drehung bis</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Strength from</source>
        <translation>Stärke von</translation>
    </message>
    <message>
        <source>Strength to</source>
        <translation>Stärke bis</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>coloured</source>
        <translation>farbig</translation>
    </message>
    <message>
        <source>Width and height of the blurred window</source>
        <translation>Breite und Höhe des unscharfen Fensters</translation>
    </message>
    <message>
        <source>Deviation of the Gaussian; at least 2 pixels</source>
        <translation>Abweichung der Gaußfunktion; mindestens 2 Pixel</translation>
    </message>
    <message>
        <source>Width and height of the rectangle</source>
        <translation>Breite und Höhe des Rechtecks</translation>
    </message>
    <message>
        <source>1 hides what is below</source>
        <translation>1 verdeckt, was darunter liegt</translation>
    </message>
    <message>
        <source>Length of the stroke</source>
        <translation>Länge des Strichs</translation>
    </message>
    <message>
        <source>Width of the stroke; at least 1 pixel</source>
        <translation>Breite des Strichs; mindestens 1 Pixel</translation>
    </message>
    <message>
        <source>Noise above it is the defect: the higher, the smaller</source>
        <translation>Rauschen darüber ist der Fehler: je höher, desto kleiner</translation>
    </message>
    <message>
        <source>The noise has at most 2 to the power of this cells along each side</source>
        <translation>Das Rauschen hat höchstens 2 hoch so viele Zellen je Seite</translation>
    </message>
    <message>
        <source>Cut the mask to the segments that are to have defects</source>
        <translation>Die Maske auf die Segmente beschneiden, die Fehler bekommen sollen</translation>
    </message>
    <message>
        <source>Brightness, contrast and saturation change by up to this share; hue likewise</source>
        <translation>Helligkeit, Kontrast und Sättigung ändern sich um bis zu diesen Anteil; der Farbton ebenso</translation>
    </message>
    <message>
        <source>The middle of the piece lies on a segment that is to have defects; otherwise anywhere, as published</source>
        <translation>Die Mitte des Stücks liegt auf einem Segment, das Fehler bekommen soll; sonst irgendwo wie veröffentlicht</translation>
    </message>
    <message>
        <source>Share of the picture</source>
        <translation>Anteil am Bild</translation>
    </message>
    <message>
        <source>Length of the scar</source>
        <translation>Länge der Narbe</translation>
    </message>
    <message>
        <source>Width of the scar</source>
        <translation>Breite der Narbe</translation>
    </message>
    <message>
        <source>Bounds of half the width and height; most patches are nearer to the lower one</source>
        <translation>Grenzen der halben Breite und Höhe; die meisten Stücke liegen näher an der unteren</translation>
    </message>
    <message>
        <source>The patch is enlarged by it</source>
        <translation>Um so viel wird das Stück vergrößert</translation>
    </message>
    <message>
        <source>At least this much of the patch, and of where it goes, shows the product</source>
        <translation>Mindestens so viel des Stücks und seines Ziels zeigt das Produkt</translation>
    </message>
    <message>
        <source>One, and each further one with chance one half</source>
        <translation>Eines, und jedes weitere mit Wahrscheinlichkeit ein Halb</translation>
    </message>
    <message>
        <source>A piece of a segment up to this share of the picture is missing as a whole; of a larger one a bite is missing</source>
        <translation>Ein Segmentstück bis zu diesem Anteil am Bild fehlt ganz; aus einem größeren fehlt ein Ausbruch</translation>
    </message>
    <message>
        <source>Diameter of a bite</source>
        <translation>Durchmesser eines Ausbruchs</translation>
    </message>
    <message>
        <source>Its shadow and edge go with it, as far as this</source>
        <translation>Schatten und Kante gehen so weit mit</translation>
    </message>
    <message>
        <source>How far the piece has moved</source>
        <translation>Wie weit das Stück verschoben ist</translation>
    </message>
    <message>
        <source>How far it is turned, either way</source>
        <translation>Wie weit es gedreht ist, nach beiden Seiten</translation>
    </message>
    <message>
        <source>Diameter of the stain</source>
        <translation>Durchmesser des Flecks</translation>
    </message>
    <message>
        <source>1 colours it over</source>
        <translation>1 überdeckt ganz</translation>
    </message>
    <message>
        <source>Dirt and oil are dark, powder and bleach light, rust and dye coloured</source>
        <translation>Schmutz und Öl sind dunkel, Pulver und Bleiche hell, Rost und Farbe farbig</translation>
    </message>
    <message>
        <source>Drawing defects</source>
        <translation>Fehler werden gezeichnet</translation>
    </message>
    <message>
        <source>Generating defects</source>
        <translation>Fehler werden erzeugt</translation>
    </message>
    <message>
        <source>Generated parts</source>
        <translation>Erzeugte Teile</translation>
    </message>
    <message>
        <source>Scoring generated parts</source>
        <translation>Erzeugte Teile werden bewertet</translation>
    </message>
    <message>
        <source>Fitting forests</source>
        <translation>Wälder werden angepasst</translation>
    </message>
    <message>
        <source>generated defects</source>
        <translation>erzeugte Fehler</translation>
    </message>
    <message>
        <source>is no kind of generated defect</source>
        <translation>ist keine Art erzeugter Fehler</translation>
    </message>
    <message>
        <source>is asked for twice</source>
        <translation>wird zweimal verlangt</translation>
    </message>
    <message>
        <source>Name each kind once.</source>
        <translation>Jede Art einmal nennen.</translation>
    </message>
    <message>
        <source>The warnings say why; choose other kinds or segments.</source>
        <translation>Die Warnungen sagen warum; andere Arten oder Segmente wählen.</translation>
    </message>
    <message>
        <source>Make it larger or stronger, or choose other segments.</source>
        <translation>Größer oder stärker machen oder andere Segmente wählen.</translation>
    </message>
    <message>
        <source>can&apos;t be made a defective part of</source>
        <translation>kann nicht zu einem fehlerhaften Teil gemacht werden</translation>
    </message>
    <message>
        <source>Choose photographed good parts.</source>
        <translation>Fotografierte gute Teile wählen.</translation>
    </message>
    <message>
        <source>is not a generated part</source>
        <translation>ist kein erzeugtes Teil</translation>
    </message>
    <message>
        <source>is no photographed part</source>
        <translation>ist kein fotografiertes Teil</translation>
    </message>
    <message>
        <source>Generate the defects again.</source>
        <translation>Die Fehler neu erzeugen.</translation>
    </message>
    <message>
        <source>has gone, and defects were made from it</source>
        <translation>ist weg, und Fehler wurden daraus erzeugt</translation>
    </message>
    <message>
        <source>is another picture than the one a defect was made of</source>
        <translation>ist ein anderes Bild als das, aus dem ein Fehler erzeugt wurde</translation>
    </message>
    <message>
        <source>Restore it, or generate the defects again.</source>
        <translation>Es wiederherstellen oder die Fehler neu erzeugen.</translation>
    </message>
    <message>
        <source>is no segment of this product</source>
        <translation>ist kein Segment dieses Produkts</translation>
    </message>
    <message>
        <source>is too small to draw defects on</source>
        <translation>ist zu klein, um Fehler darauf zu zeichnen</translation>
    </message>
    <message>
        <source>Use pictures of at least 16 × 16 pixels.</source>
        <translation>Bilder von mindestens 16 × 16 Pixeln verwenden.</translation>
    </message>
    <message>
        <source>shows none of the segments that are to have defects</source>
        <translation>zeigt keines der Segmente, die Fehler bekommen sollen</translation>
    </message>
    <message>
        <source>Choose other segments, or make the segment maps again.</source>
        <translation>Andere Segmente wählen oder die Segmentkarten neu erstellen.</translation>
    </message>
    <message>
        <source>From a template</source>
        <translation>Aus einer Vorlage</translation>
    </message>
    <message>
        <source>For parts that sit nearly alike: paint the segments of one part, and they are carried to all the others.</source>
        <translation>Für Teile, die fast gleich liegen: die Segmente eines Teils malen; sie werden auf alle anderen übertragen.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>The freest motion that may lay the template over a part; simpler ones are tried first</source>
        <translation>Die freieste Bewegung, mit der die Vorlage über ein Teil gelegt werden darf; einfachere werden zuerst versucht</translation>
    </message>
    <message>
        <source>Local refinement</source>
        <translation>Örtliche Verfeinerung</translation>
    </message>
    <message>
        <source>Lets segments bend and shift by some pixels after the whole template is in place</source>
        <translation>Lässt Segmente sich um einige Pixel biegen und verschieben, wenn die ganze Vorlage liegt</translation>
    </message>
    <message>
        <source>Largest fit error</source>
        <translation>Größter Passfehler</translation>
    </message>
    <message>
        <source>Parts that fit worse are flagged; 0 finds the bound from the parts themselves</source>
        <translation>Teile, die schlechter passen, werden markiert; 0 findet die Grenze aus den Teilen selbst</translation>
    </message>
    <message>
        <source>Beyond it</source>
        <translation>Darüber</translation>
    </message>
    <message>
        <source>What to do with a part that fits no template: flag its map, or make none</source>
        <translation>Was mit einem Teil geschieht, das auf keine Vorlage passt: Karte markieren oder keine machen</translation>
    </message>
    <message>
        <source>From strokes</source>
        <translation>Aus Strichen</translation>
    </message>
    <message>
        <source>Paint a few strokes on every segment of a few parts; the rest is learned from them.</source>
        <translation>Einige Striche auf jedes Segment einiger Teile malen; der Rest wird daraus gelernt.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Averages the chances over such a radius along the picture&apos;s own edges; 0: not at all</source>
        <translation>Mittelt die Wahrscheinlichkeiten über diesen Radius entlang der Kanten des Bildes; 0: gar nicht</translation>
    </message>
    <message>
        <source>Smallest piece</source>
        <translation>Kleinstes Stück</translation>
    </message>
    <message>
        <source>Connected pieces of fewer pixels of the map go to their neighbours</source>
        <translation>Zusammenhängende Stücke mit weniger Pixeln der Karte gehen an ihre Nachbarn</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>Learns where a pixel lies, too: for parts that sit alike</source>
        <translation>Lernt auch, wo ein Pixel liegt: für Teile, die gleich liegen</translation>
    </message>
    <message>
        <source>Largest uncertainty</source>
        <translation>Größte Unsicherheit</translation>
    </message>
    <message>
        <source>Parts that are less certain are flagged; 0 finds the bound from the parts themselves</source>
        <translation>Weniger sichere Teile werden markiert; 0 findet die Grenze aus den Teilen selbst</translation>
    </message>
    <message>
        <source>By likeness</source>
        <translation>Nach Ähnlichkeit</translation>
    </message>
    <message>
        <source>No work at all: what a backbone sees alike on the good parts is one segment. Merge and name them afterwards.</source>
        <translation>Ganz ohne Arbeit: was ein Backbone auf den guten Teilen gleich sieht, ist ein Segment. Danach vereinen und benennen.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>How many; 0 finds the number from 2 to 10 whose groups are best apart (simplified silhouette)</source>
        <translation>Wie viele; 0 findet die Zahl von 2 bis 10, deren Gruppen am besten getrennt sind (vereinfachte Silhouette)</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Vereint</translation>
    </message>
    <message>
        <source>3&gt;1,4&gt;0: cluster 3 belongs to cluster 1, cluster 4 to the background</source>
        <translation>3&gt;1,4&gt;0: Gruppe 3 gehört zu Gruppe 1, Gruppe 4 zum Hintergrund</translation>
    </message>
    <message>
        <source>Deviation of the Gaussian that smooths what lies near each cluster, in places of 4 px</source>
        <translation>Streuung der Gauß-Glättung der Nähe zu jeder Gruppe, in Stellen von 4 px</translation>
    </message>
    <message>
        <source>Name of the weights whose features are looked at; empty: the best there is</source>
        <translation>Name der Gewichte, deren Merkmale betrachtet werden; leer: die besten, die es gibt</translation>
    </message>
    <message>
        <source>Names of the segments in the order of their labels, separated by commas</source>
        <translation>Namen der Segmente in der Reihenfolge ihrer Labels, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Looking at the good parts</source>
        <translation>Die guten Teile werden angesehen</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Learning from strokes</source>
        <translation>Lernen aus Strichen</translation>
    </message>
    <message>
        <source>Looking at the painted parts</source>
        <translation>Die bemalten Teile werden angesehen</translation>
    </message>
    <message>
        <source>Checking segment maps</source>
        <translation>Segmentkarten werden geprüft</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Basisnetz</translation>
    </message>
    <message>
        <source>Boosting rounds</source>
        <translation>Runden des Boostings</translation>
    </message>
    <message>
        <source>How many forests are grown one after the other, each on the errors of those before.</source>
        <translation>Wie viele Wälder nacheinander wachsen, jeder an den Fehlern der vorigen.</translation>
    </message>
    <message>
        <source>Trees per round</source>
        <translation>Bäume je Runde</translation>
    </message>
    <message>
        <source>Trees grown side by side in one round, each on its own sample of parts and features.</source>
        <translation>Bäume, die in einer Runde nebeneinander wachsen, jeder an eigener Auswahl von Teilen und Merkmalen.</translation>
    </message>
    <message>
        <source>Deepest tree</source>
        <translation>Größte Tiefe</translation>
    </message>
    <message>
        <source>Most splits from the root of a tree to a leaf.</source>
        <translation>Meiste Teilungen von der Wurzel eines Baums bis zu einem Blatt.</translation>
    </message>
    <message>
        <source>How much of each round&apos;s correction is applied.</source>
        <translation>Wie viel von der Korrektur jeder Runde übernommen wird.</translation>
    </message>
    <message>
        <source>Weight of a bad part</source>
        <translation>Gewicht eines schlechten Teils</translation>
    </message>
    <message>
        <source>What a bad part counts against a good one; 0 means good parts / bad parts.</source>
        <translation>Was ein schlechtes Teil gegen ein gutes zählt; 0 bedeutet gute Teile / schlechte Teile.</translation>
    </message>
    <message>
        <source>Share of parts per tree</source>
        <translation>Anteil der Teile je Baum</translation>
    </message>
    <message>
        <source>Parts drawn for each tree.</source>
        <translation>Teile, die für jeden Baum gezogen werden.</translation>
    </message>
    <message>
        <source>Share of features per tree</source>
        <translation>Anteil der Merkmale je Baum</translation>
    </message>
    <message>
        <source>Features drawn for each tree.</source>
        <translation>Merkmale, die für jeden Baum gezogen werden.</translation>
    </message>
    <message>
        <source>Share of features per level</source>
        <translation>Anteil der Merkmale je Ebene</translation>
    </message>
    <message>
        <source>Features drawn for each level of a tree.</source>
        <translation>Merkmale, die für jede Ebene eines Baums gezogen werden.</translation>
    </message>
    <message>
        <source>Share of features per split</source>
        <translation>Anteil der Merkmale je Teilung</translation>
    </message>
    <message>
        <source>Features drawn for each split.</source>
        <translation>Merkmale, die für jede Teilung gezogen werden.</translation>
    </message>
    <message>
        <source>L1 regularisation</source>
        <translation>L1-Regularisierung</translation>
    </message>
    <message>
        <source>Pulls small leaf weights to zero.</source>
        <translation>Zieht kleine Blattgewichte auf null.</translation>
    </message>
    <message>
        <source>L2 regularisation</source>
        <translation>L2-Regularisierung</translation>
    </message>
    <message>
        <source>Shrinks leaf weights.</source>
        <translation>Verkleinert Blattgewichte.</translation>
    </message>
    <message>
        <source>Least gain of a split</source>
        <translation>Kleinster Gewinn einer Teilung</translation>
    </message>
    <message>
        <source>Splits that gain less are not made.</source>
        <translation>Teilungen, die weniger gewinnen, unterbleiben.</translation>
    </message>
    <message>
        <source>Least weight of a leaf</source>
        <translation>Kleinstes Gewicht eines Blatts</translation>
    </message>
    <message>
        <source>Splits that leave less on one side are not made.</source>
        <translation>Teilungen, die auf einer Seite weniger lassen, unterbleiben.</translation>
    </message>
    <message>
        <source>Search of splits</source>
        <translation>Suche der Teilungen</translation>
    </message>
    <message>
        <source>hist draws features for each split, as published; exact tries every value and draws them for each level.</source>
        <translation>hist zieht Merkmale für jede Teilung, wie veröffentlicht; exact versucht jeden Wert und zieht sie für jede Ebene.</translation>
    </message>
    <message>
        <source>%1 pictures: unlabelled</source>
        <translation>%1 Bilder: ohne Label</translation>
    </message>
    <message>
        <source>%1 picture: unlabelled</source>
        <translation>%1 Bild: ohne Label</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Magma</source>
        <translation>Magma</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>What EfficientAD (small) imitates: imported, or made by distillation.</source>
        <translation>Was EfficientAD (klein) nachahmt: importiert oder durch Destillation gewonnen.</translation>
    </message>
    <message>
        <source>What EfficientAD (medium) imitates: imported, or made by distillation.</source>
        <translation>Was EfficientAD (mittel) nachahmt: importiert oder durch Destillation gewonnen.</translation>
    </message>
    <message>
        <source>A quarter of the channels, a seventh of the work; made by distillation.</source>
        <translation>Ein Viertel der Kanäle, ein Siebtel der Arbeit; durch Destillation gewonnen.</translation>
    </message>
    <message>
        <source>A quarter of the channels, a ninth of the work; made by distillation.</source>
        <translation>Ein Viertel der Kanäle, ein Neuntel der Arbeit; durch Destillation gewonnen.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>VisA (prepared)</source>
        <translation>VisA (aufbereitet)</translation>
    </message>
    <message>
        <source>VisA, two classes, high-shot</source>
        <translation>VisA, zwei Klassen, viele Beispiele</translation>
    </message>
    <message>
        <source>VisA, two classes, few-shot</source>
        <translation>VisA, zwei Klassen, wenige Beispiele</translation>
    </message>
    <message>
        <source>%1 pictures: good</source>
        <translation>%1 Bilder: gut</translation>
    </message>
    <message>
        <source>%1 pictures: bad</source>
        <translation>%1 Bilder: schlecht</translation>
    </message>
    <message>
        <source>%1 pictures: good, for training</source>
        <translation>%1 Bilder: gut, zum Trainieren</translation>
    </message>
    <message>
        <source>%1 pictures: good, for testing</source>
        <translation>%1 Bilder: gut, zum Testen</translation>
    </message>
    <message>
        <source>%1 pictures: bad, for training</source>
        <translation>%1 Bilder: schlecht, zum Trainieren</translation>
    </message>
    <message>
        <source>%1 pictures: bad, for testing</source>
        <translation>%1 Bilder: schlecht, zum Testen</translation>
    </message>
    <message>
        <source>%1 pictures: bad, defect %2</source>
        <translation>%1 Bilder: schlecht, Fehler %2</translation>
    </message>
    <message>
        <source>%1 pictures: bad, for testing, defect %2</source>
        <translation>%1 Bilder: schlecht, zum Testen, Fehler %2</translation>
    </message>
    <message>
        <source>%1 pictures: bad, for training, defect %2</source>
        <translation>%1 Bilder: schlecht, zum Trainieren, Fehler %2</translation>
    </message>
    <message>
        <source>Places tried</source>
        <translation>Versuchte Stellen</translation>
    </message>
    <message>
        <source>The one where the patch fits in best is taken; 1 takes the first, as published</source>
        <translation>Genommen wird die, in die das Stück am besten passt; 1 nimmt die erste, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Step at the rim</source>
        <translation>Sprung am Rand</translation>
    </message>
    <message>
        <source>The rim is drawn in to where the two pictures differ by less; 255 leaves it, as published</source>
        <translation>Der Rand wird dorthin gezogen, wo sich die beiden Bilder weniger unterscheiden; 255 lässt ihn, wie veröffentlicht</translation>
    </message>
    <message>
        <source>grey levels</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>Keep strong edges</source>
        <translation>Starke Kanten behalten</translation>
    </message>
    <message>
        <source>Of the patch and of what is below, the stronger edge stays (mixed blending)</source>
        <translation>Von dem Stück und dem, was darunter liegt, bleibt die stärkere Kante (gemischtes Einblenden)</translation>
    </message>
    <message>
        <source>labelled good, but scores higher than %1 % of the bad parts</source>
        <translation>gut gelabelt, hat aber einen höheren Wert als %1 % der schlechten Teile</translation>
    </message>
    <message>
        <source>labelled bad, but scores lower than %1 % of the good parts</source>
        <translation>schlecht gelabelt, hat aber einen niedrigeren Wert als %1 % der guten Teile</translation>
    </message>
    <message>
        <source>labelled good, but the identical part %1 is labelled bad</source>
        <translation>gut gelabelt, aber das identische Teil %1 ist schlecht gelabelt</translation>
    </message>
    <message>
        <source>labelled bad, but the identical part %1 is labelled good</source>
        <translation>schlecht gelabelt, aber das identische Teil %1 ist gut gelabelt</translation>
    </message>
    <message>
        <source>Label at least two good and two bad parts that no detector has learned from; there are %1 good and %2 bad ones</source>
        <translation>Mindestens zwei gute und zwei schlechte Teile labeln, von denen kein Detektor gelernt hat; es gibt %1 gute und %2 schlechte</translation>
    </message>
    <message>
        <source>All bad parts are generated ones; label real ones for figures</source>
        <translation>Alle schlechten Teile sind erzeugte; für Zahlen echte labeln</translation>
    </message>
    <message>
        <source>The parts this forest has learned from are left out, since it has no out-of-fold scores of them; fit it again</source>
        <translation>Die Teile, aus denen dieser Wald gelernt hat, fehlen, weil es von ihnen keine Werte außerhalb der Faltung gibt; den Wald neu anpassen</translation>
    </message>
    <message>
        <source>Test parts are among those the thresholds were chosen on: how well the thresholds do on them is no independent claim</source>
        <translation>Testteile sind unter denen, an denen die Schwellen gewählt wurden: Wie gut die Schwellen an ihnen sind, ist keine unabhängige Aussage</translation>
    </message>
    <message>
        <source>its score lies close to a threshold</source>
        <translation>sein Wert liegt nahe an einer Schwelle</translation>
    </message>
    <message>
        <source>the forests disagree about it</source>
        <translation>die Wälder sind sich über es uneins</translation>
    </message>
    <message>
        <source>it scores higher than most unlabelled parts</source>
        <translation>es hat einen höheren Wert als die meisten Teile ohne Label</translation>
    </message>
    <message>
        <source>the detectors find it more unusual than most</source>
        <translation>die Detektoren finden es ungewöhnlicher als die meisten</translation>
    </message>
    <message>
        <source>it is unlike every labelled part</source>
        <translation>es gleicht keinem gelabelten Teil</translation>
    </message>
    <message>
        <source>Forests</source>
        <translation>Wälder</translation>
    </message>
    <message>
        <source>Ablation</source>
        <translation>Ablation</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <source>Leaving out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Durchspielen</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Good parts</source>
        <translation>Gute Teile</translation>
    </message>
    <message>
        <source>Shares of production are weighted as if %1 % of it were bad, as among these parts; say how many really are</source>
        <translation>Anteile an der Produktion sind gewichtet, als wären %1 % davon schlecht, wie unter diesen Teilen; angeben, wie viele es wirklich sind</translation>
    </message>
    <message>
        <source>%1 pictures were learned from: such verdicts come from memory and say nothing about new parts</source>
        <translation>Von %1 Bildern wurde gelernt: Solche Urteile kommen aus dem Gedächtnis und sagen nichts über neue Teile</translation>
    </message>
    <message>
        <source>%1 picture was learned from: such verdicts come from memory and say nothing about new parts</source>
        <translation>Von %1 Bild wurde gelernt: Solch ein Urteil kommt aus dem Gedächtnis und sagt nichts über neue Teile</translation>
    </message>
    <message>
        <source>With %1 bad test parts the AUROC is known to ± %2 % only: models that differ by less can&apos;t be told apart</source>
        <translation>Mit %1 schlechten Testteilen ist die AUROC nur auf ± %2 % bekannt: Modelle, die sich um weniger unterscheiden, lassen sich nicht auseinanderhalten</translation>
    </message>
    <message>
        <source>Label more parts.</source>
        <translation>Mehr Teilen ein Label geben.</translation>
    </message>
    <message>
        <source>VisA, supervised</source>
        <translation>VisA, überwacht</translation>
    </message>
    <message>
        <source>MVTec AD, supervised</source>
        <translation>MVTec AD, überwacht</translation>
    </message>
    <message>
        <source>VAD, one class</source>
        <translation>VAD, eine Klasse</translation>
    </message>
    <message>
        <source>VAD, low shot</source>
        <translation>VAD, wenige Beispiele</translation>
    </message>
    <message>
        <source>VAD, high shot</source>
        <translation>VAD, viele Beispiele</translation>
    </message>
    <message>
        <source>Your own dataset</source>
        <translation>Eigener Datensatz</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>FPR@95TPR</source>
        <translation>FPR@95TPR</translation>
    </message>
    <message>
        <source>FPR@95TPR by the ROC</source>
        <translation>FPR@95TPR nach der ROC</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Genauigkeit</translation>
    </message>
    <message>
        <source>AUROC, seen defects</source>
        <translation>AUROC, gesehene Fehler</translation>
    </message>
    <message>
        <source>AUROC, unseen defects</source>
        <translation>AUROC, ungesehene Fehler</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>lies inside the folder that is inspected, so that its pictures would be judged, too</source>
        <translation>liegt in dem Ordner, der geprüft wird; seine Bilder würden mitbeurteilt</translation>
    </message>
    <message>
        <source>Choose a folder elsewhere.</source>
        <translation>Wählen Sie einen Ordner an anderer Stelle.</translation>
    </message>
    <message>
        <source>needs a folder to place pictures in</source>
        <translation>braucht einen Ordner, in den Bilder sortiert werden</translation>
    </message>
    <message>
        <source>Name one that lies elsewhere.</source>
        <translation>Nennen Sie einen, der anderswo liegt.</translation>
    </message>
    <message>
        <source>was inspected with another model or other thresholds, which can&apos;t go on with these</source>
        <translation>wurde mit einem anderen Modell oder anderen Schwellen geprüft und kann mit diesen nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>Begin a new inspection, or go back to that model.</source>
        <translation>Beginnen Sie eine neue Prüfung, oder kehren Sie zu jenem Modell zurück.</translation>
    </message>
    <message>
        <source>there is no such folder; waiting for it</source>
        <translation>den Ordner gibt es nicht; es wird auf ihn gewartet</translation>
    </message>
    <message>
        <source>is empty: its drive is not mounted</source>
        <translation>ist leer: sein Laufwerk ist nicht eingehängt</translation>
    </message>
    <message>
        <source>is empty: its drive is not mounted; waiting for it</source>
        <translation>ist leer: sein Laufwerk ist nicht eingehängt; es wird darauf gewartet</translation>
    </message>
    <message>
        <source>Mount the drive again.</source>
        <translation>Hängen Sie das Laufwerk wieder ein.</translation>
    </message>
    <message>
        <source>can&apos;t be read for the moment and is tried once more later</source>
        <translation>ist im Moment nicht lesbar und wird später noch einmal versucht</translation>
    </message>
    <message>
        <source>is there again</source>
        <translation>ist wieder da</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>has been judged already in this inspection</source>
        <translation>wurde in dieser Prüfung schon beurteilt</translation>
    </message>
    <message>
        <source>Is the same inspection running twice? Stop one of the two.</source>
        <translation>Läuft dieselbe Prüfung zweimal? Halten Sie eine davon an.</translation>
    </message>
    <message>
        <source>has no result in inspection %1</source>
        <translation>hat kein Ergebnis in Prüfung %1</translation>
    </message>
    <message>
        <source>Wait a second until it is stored.</source>
        <translation>Warten Sie eine Sekunde, bis es gespeichert ist.</translation>
    </message>
    <message>
        <source>This processor is %1, the package was made on %2</source>
        <translation>Dieser Prozessor ist %1, das Paket wurde auf %2 gemacht</translation>
    </message>
    <message>
        <source>Threads here: %1; where the package was made: %2</source>
        <translation>Threads hier: %1; wo das Paket gemacht wurde: %2</translation>
    </message>
    <message>
        <source>Computes on %1, the package was made on %2</source>
        <translation>Rechnet auf %1, das Paket wurde auf %2 gemacht</translation>
    </message>
    <message>
        <source>Computes in %1, the package was made in %2</source>
        <translation>Rechnet in %1, das Paket wurde in %2 gemacht</translation>
    </message>
    <message>
        <source>The reference parts score as they did where the package was made</source>
        <translation>Die Referenzteile haben dieselben Werte wie dort, wo das Paket gemacht wurde</translation>
    </message>
    <message>
        <source>Scores of the reference parts differ by at most %1 from those where the package was made</source>
        <translation>Die Werte der Referenzteile weichen um höchstens %1 von denen ab, die sie beim Machen des Pakets hatten</translation>
    </message>
    <message>
        <source>Reference parts with another verdict: %1</source>
        <translation>Referenzteile mit anderem Urteil: %1</translation>
    </message>
    <message>
        <source>scores otherwise here than where it was made: the score of %1 by %2 differs by %3, allowed is %4 (%5 there, %6 here)</source>
        <translation>wertet hier anders als dort, wo es gemacht wurde: Der Wert von %1 durch %2 weicht um %3 ab, erlaubt ist %4 (%5 dort, %6 hier)</translation>
    </message>
    <message>
        <source>scores otherwise here than where it was made: the score of %1 by %2 differs by %3, allowed is %4 (%5 there, %6 here); what is other here: %7</source>
        <translation>wertet hier anders als dort, wo es gemacht wurde: Der Wert von %1 durch %2 weicht um %3 ab, erlaubt ist %4 (%5 dort, %6 hier); was hier anders ist: %7</translation>
    </message>
    <message>
        <source>Make the package again with this version of the program.</source>
        <translation>Das Paket mit dieser Version des Programms neu machen.</translation>
    </message>
    <message>
        <source>Compute as where it was made (--threads, --device), or make a package on a machine like this one.</source>
        <translation>Rechnen wie dort, wo es gemacht wurde (--threads, --device), oder ein Paket auf einem Rechner wie diesem machen.</translation>
    </message>
    <message>
        <source>is no package of this program</source>
        <translation>ist kein Paket dieses Programms</translation>
    </message>
    <message>
        <source>was made by a newer version of this program</source>
        <translation>wurde von einer neueren Version dieses Programms gemacht</translation>
    </message>
    <message>
        <source>Update the program, or make the package with this version.</source>
        <translation>Das Programm aktualisieren oder das Paket mit dieser Version machen.</translation>
    </message>
    <message>
        <source>Choose a file that %1 has made (.segad-model).</source>
        <translation>Eine Datei wählen, die %1 gemacht hat (.segad-model).</translation>
    </message>
    <message>
        <source>is damaged: %1 is not what was stored</source>
        <translation>ist beschädigt: %1 ist nicht das, was gespeichert wurde</translation>
    </message>
    <message>
        <source>is damaged: entry %1 is not what was stored</source>
        <translation>ist beschädigt: Der Eintrag %1 ist nicht das, was gespeichert wurde</translation>
    </message>
    <message>
        <source>is damaged: a byte outside of its contents has changed, or the file is longer or shorter than it was</source>
        <translation>ist beschädigt: Ein Byte außerhalb seines Inhalts hat sich geändert, oder die Datei ist länger oder kürzer als zuvor</translation>
    </message>
    <message>
        <source>is there and is no package</source>
        <translation>ist da und kein Paket</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>has no scored part whose picture is there, to be a reference</source>
        <translation>hat kein gewertetes Teil mit vorhandenem Bild, das Referenz sein könnte</translation>
    </message>
    <message>
        <source>is neither a forest nor the training of a detector</source>
        <translation>ist weder ein Wald noch das Training eines Detektors</translation>
    </message>
    <message>
        <source>has not come to an end</source>
        <translation>ist nicht zu Ende gekommen</translation>
    </message>
    <message>
        <source>is not in this project</source>
        <translation>ist nicht in diesem Projekt</translation>
    </message>
    <message>
        <source>is %1 × %2 px, the pictures this comes from are %3 × %4 px: scores may mean nothing</source>
        <translation>ist %1 × %2 px, die zugrunde liegenden Bilder sind %3 × %4 px: Die Werte sagen vielleicht nichts</translation>
    </message>
    <message>
        <source>is %1 × %2 px, the pictures this comes from are %3 × %4 to %5 × %6 px: scores may mean nothing</source>
        <translation>ist %1 × %2 px, die zugrunde liegenden Bilder sind %3 × %4 bis %5 × %6 px: Die Werte sagen vielleicht nichts</translation>
    </message>
    <message>
        <source>Segment maps come from files: that of each picture is looked for in the folder %1 beside it</source>
        <translation>Segmentkarten kommen aus Dateien: Die jedes Bildes wird im Ordner %1 neben ihm gesucht</translation>
    </message>
    <message>
        <source>Checking the package</source>
        <translation>Paket wird geprüft</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Modelle werden geladen</translation>
    </message>
    <message>
        <source>Scoring the reference parts</source>
        <translation>Referenzteile werden gewertet</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Packen</translation>
    </message>
    <message>
        <source>MiB checked</source>
        <translation>MiB geprüft</translation>
    </message>
    <message>
        <source>MiB packed</source>
        <translation>MiB gepackt</translation>
    </message>
    <message>
        <source>MiB unpacked</source>
        <translation>MiB ausgepackt</translation>
    </message>
    <message>
        <source>is not a segment source</source>
        <translation>ist keine Quelle für Segmente</translation>
    </message>
    <message>
        <source>%1 does not name two of the %2 clusters</source>
        <translation>%1 nennt nicht zwei der %2 Gruppen</translation>
    </message>
    <message>
        <source>Write %1&gt;%2 for: cluster %3 belongs to cluster %4.</source>
        <translation>%1&gt;%2 schreiben für: Gruppe %3 gehört zu Gruppe %4.</translation>
    </message>
    <message>
        <source>strokes</source>
        <translation>Striche</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>clusters</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>are of fewer than two segments</source>
        <translation>gehören zu weniger als zwei Segmenten</translation>
    </message>
    <message>
        <source>Paint some strokes on every segment, the background, too.</source>
        <translation>Auf jedes Segment einige Striche malen, auch auf den Hintergrund.</translation>
    </message>
    <message>
        <source>no part has strokes on it</source>
        <translation>auf keinem Teil sind Striche</translation>
    </message>
    <message>
        <source>Paint some strokes on every segment of a few parts first.</source>
        <translation>Zuerst auf einigen Teilen jedes Segment mit ein paar Strichen malen.</translation>
    </message>
    <message>
        <source>no part has been painted as a template</source>
        <translation>kein Teil ist als Vorlage gemalt</translation>
    </message>
    <message>
        <source>Paint the segments of one part, or name a map: --template MAP.png=PART.</source>
        <translation>Die Segmente eines Teils malen oder eine Karte nennen: --template MAP.png=PART.</translation>
    </message>
    <message>
        <source>is not painted all over</source>
        <translation>ist nicht ganz bemalt</translation>
    </message>
    <message>
        <source>Paint every pixel of a template, or fill the rest with background.</source>
        <translation>Jedes Pixel einer Vorlage malen oder den Rest mit Hintergrund füllen.</translation>
    </message>
    <message>
        <source>has a painted map of another shape than its picture</source>
        <translation>hat eine gemalte Karte von anderer Form als sein Bild</translation>
    </message>
    <message>
        <source>Paint the part again, or make the map from its picture.</source>
        <translation>Das Teil neu malen oder die Karte aus seinem Bild erzeugen.</translation>
    </message>
    <message>
        <source>is painted with label %1, but there are %2 segments (%3 … %4)</source>
        <translation>ist mit Nummer %1 bemalt, aber es gibt %2 Segmente (%3 … %4)</translation>
    </message>
    <message>
        <source>Name all the segments, or paint the part again.</source>
        <translation>Alle Segmente nennen oder das Teil neu malen.</translation>
    </message>
    <message>
        <source>no picture can be read</source>
        <translation>kein Bild ist lesbar</translation>
    </message>
    <message>
        <source>Restore the pictures, or tell the project where they have moved.</source>
        <translation>Die Bilder wiederherstellen oder dem Projekt sagen, wohin sie gezogen sind.</translation>
    </message>
    <message>
        <source>does not learn from what is painted</source>
        <translation>lernt nicht aus Gemaltem</translation>
    </message>
    <message>
        <source>Use the source %1 or %2.</source>
        <translation>Die Quelle %1 oder %2 nehmen.</translation>
    </message>
    <message>
        <source>is not in the project</source>
        <translation>ist nicht im Projekt</translation>
    </message>
    <message>
        <source>Reload the project.</source>
        <translation>Das Projekt neu laden.</translation>
    </message>
    <message>
        <source>fits no template: its error is %1, the bound %2</source>
        <translation>passt zu keiner Vorlage: sein Fehler ist %1, die Grenze %2</translation>
    </message>
    <message>
        <source>Fix its map by hand, paint it as a further template, or raise the bound.</source>
        <translation>Seine Karte von Hand richten, es als weitere Vorlage malen oder die Grenze erhöhen.</translation>
    </message>
    <message>
        <source>no segment map was found for any part</source>
        <translation>für kein Teil wurde eine Segmentkarte gefunden</translation>
    </message>
    <message>
        <source>Name the folder whose files are called like the parts&apos; pictures (.npy or .png).</source>
        <translation>Den Ordner nennen, dessen Dateien wie die Bilder der Teile heißen (.npy oder .png).</translation>
    </message>
    <message>
        <source>would be the segment map of two parts, %1 and %2</source>
        <translation>wäre die Segmentkarte zweier Teile, %1 und %2</translation>
    </message>
    <message>
        <source>Put the maps into folders like those of the parts.</source>
        <translation>Die Karten in Ordner legen, die denen der Teile gleichen.</translation>
    </message>
    <message>
        <source>has no segments yet</source>
        <translation>hat noch keine Segmente</translation>
    </message>
    <message>
        <source>Make segment maps first; single maps can be fixed then.</source>
        <translation>Zuerst Segmentkarten erzeugen; dann lassen sich einzelne richten.</translation>
    </message>
    <message>
        <source>has no segment maps yet</source>
        <translation>hat noch keine Segmentkarten</translation>
    </message>
    <message>
        <source>has made maps whose segments can&apos;t be merged</source>
        <translation>hat Karten erzeugt, deren Segmente sich nicht verbinden lassen</translation>
    </message>
    <message>
        <source>Merge what is painted, or use the source %1.</source>
        <translation>Das Gemalte verbinden oder die Quelle %1 nehmen.</translation>
    </message>
    <message>
        <source>has no model any more</source>
        <translation>hat kein Modell mehr</translation>
    </message>
    <message>
        <source>Make the segment maps again.</source>
        <translation>Die Segmentkarten neu erzeugen.</translation>
    </message>
    <message>
        <source>holds nothing that was learned from strokes</source>
        <translation>enthält nichts aus Strichen Gelerntes</translation>
    </message>
    <message>
        <source>was learned with other parameters</source>
        <translation>wurde mit anderen Parametern gelernt</translation>
    </message>
    <message>
        <source>holds no templates of this size</source>
        <translation>enthält keine Vorlagen dieser Größe</translation>
    </message>
    <message>
        <source>holds no clusters made with these parameters</source>
        <translation>enthält keine Gruppen mit diesen Parametern</translation>
    </message>
    <message>
        <source>has %1 segments, the forest knows %2</source>
        <translation>hat %1 Segmente, der Wald kennt %2</translation>
    </message>
    <message>
        <source>Make segment maps and fit the forest again.</source>
        <translation>Segmentkarten erzeugen und den Wald neu anpassen.</translation>
    </message>
    <message>
        <source>has no parts to make segment maps for</source>
        <translation>hat keine Teile, für die Segmentkarten zu erzeugen wären</translation>
    </message>
    <message>
        <source>has no segment map</source>
        <translation>hat keine Segmentkarte</translation>
    </message>
    <message>
        <source>is %1 × %2 px, another shape than its picture (%3 × %4)</source>
        <translation>ist %1 × %2 px groß, eine andere Form als sein Bild (%3 × %4)</translation>
    </message>
    <message>
        <source>%1 is not a colour</source>
        <translation>%1 ist keine Farbe</translation>
    </message>
    <message>
        <source>Write it as #rrggbb, or leave it empty.</source>
        <translation>Sie als #rrggbb schreiben oder leer lassen.</translation>
    </message>
    <message>
        <source>First placing</source>
        <translation>Erstes Auflegen</translation>
    </message>
    <message>
        <source>How the template is first laid over a part: by phase correlation, quick and for parts that sit nearly alike; by corners that both have, for parts that lie turned; auto takes corners where phase correlation fits poorly or finds the part turned</source>
        <translation>Wie die Vorlage zuerst auf ein Teil gelegt wird: durch Phasenkorrelation, schnell und für Teile, die fast gleich liegen; durch Ecken, die beide haben, für gedrehte Teile; auto nimmt Ecken, wo die Phasenkorrelation schlecht passt oder das Teil gedreht findet</translation>
    </message>
    <message>
        <source>Areas of segments</source>
        <translation>Flächen der Segmente</translation>
    </message>
    <message>
        <source>How much of the picture each segment covers is a feature, too: a missing piece shows in it. The paper has no such columns.</source>
        <translation>Wie viel des Bildes jedes Segment bedeckt, ist auch ein Merkmal: Ein fehlendes Stück zeigt sich darin. Der Artikel hat keine solchen Spalten.</translation>
    </message>
    <message>
        <source>Made-up defects</source>
        <translation>Erfundene Fehler</translation>
    </message>
    <message>
        <source>What stands for defects that nobody has seen: cutmix pastes pieces of good parts elsewhere, as published; generated draws defects as the Defects workspace does, anew each time; both takes either.</source>
        <translation>Was für Fehler steht, die niemand gesehen hat: cutmix setzt Stücke guter Teile an andere Stellen, wie veröffentlicht; generated zeichnet jedes Mal neu Fehler wie der Arbeitsbereich Fehler; both nimmt beides.</translation>
    </message>
    <message>
        <source>asks for generated defects, and the good parts come without a generator</source>
        <translation>verlangt erzeugte Fehler, und die guten Teile kommen ohne Generator</translation>
    </message>
    <message>
        <source>Train in a project, or use cutmix.</source>
        <translation>In einem Projekt trainieren oder cutmix nehmen.</translation>
    </message>
    <message>
        <source>threshold to review</source>
        <translation>Schwelle zum Nachsehen</translation>
    </message>
    <message>
        <source>threshold to reject</source>
        <translation>Schwelle zum Ausschuss</translation>
    </message>
    <message>
        <source>segments from</source>
        <translation>Segmente aus Lauf</translation>
    </message>
    <message>
        <source>is no name for a package</source>
        <translation>ist kein Name für ein Paket</translation>
    </message>
    <message>
        <source>Choose a name that ends with .segad-model.</source>
        <translation>Einen Namen wählen, der auf .segad-model endet.</translation>
    </message>
</context>
</TS>
