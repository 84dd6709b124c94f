<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>segad::ui</name>
    <message>
        <source>Finds defective parts from images.</source>
        <translation>Findet fehlerhafte Teile anhand von Bildern.</translation>
    </message>
    <message>
        <source>Print the time until the window is painted, then quit</source>
        <translation>Zeit bis zum gezeichneten Fenster ausgeben, dann beenden</translation>
    </message>
    <message>
        <source>Keep pictures of every place of the window, then quit</source>
        <translation>Bilder von jedem Ort des Fensters aufnehmen, dann beenden</translation>
    </message>
    <message>
        <source>Project file to open; with --inspect: folder to inspect</source>
        <translation>Projektdatei, die geöffnet wird; mit --inspect: Ordner, der geprüft wird</translation>
    </message>
    <message>
        <source>Inspect the folder with a package (.segad-model), at once</source>
        <translation>Den Ordner mit einem Paket (.segad-model) prüfen, sofort</translation>
    </message>
    <message>
        <source>With --inspect: fill the screen, without menus</source>
        <translation>Mit --inspect: den Bildschirm füllen, ohne Menüs</translation>
    </message>
</context>
<context>
    <name>segad::ui::AblationPanel</name>
    <message>
        <source>Models shown</source>
        <translation>Gezeigte Modelle</translation>
    </message>
    <message>
        <source>Which models the plot and the table show</source>
        <translation>Welche Modelle Diagramm und Tabelle zeigen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>AP %</source>
        <translation>AP %</translation>
    </message>
    <message>
        <source>FPR@95TPR %</source>
        <translation>FPR@95TPR %</translation>
    </message>
    <message>
        <source>To best bare</source>
        <translation>Zum besten Detektor</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>ms/part</source>
        <translation>ms/Teil</translation>
    </message>
    <message>
        <source>Models side by side</source>
        <translation>Modelle nebeneinander</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Fit every kind of forest on every set of detectors, ten times each, and judge them beside the bare detectors; nothing but the table is kept</source>
        <translation>Jede Art Wald auf jeder Auswahl von Detektoren je zehnmal anpassen und neben den Detektoren allein beurteilen; behalten wird nur die Tabelle</translation>
    </message>
    <message>
        <source>Write the bars as PNG, SVG, PDF or CSV</source>
        <translation>Die Balken als PNG, SVG, PDF oder CSV schreiben</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>alle Modelle</translation>
    </message>
    <message>
        <source>detectors and %1</source>
        <translation>Detektoren und %1</translation>
    </message>
    <message>
        <source>what is lost without a detector or segment</source>
        <translation>was ohne einen Detektor oder ein Segment verloren geht</translation>
    </message>
    <message>
        <source>Which model is best</source>
        <translation>Welches Modell das beste ist</translation>
    </message>
    <message>
        <source>%1, without %2</source>
        <translation>%1, ohne %2</translation>
    </message>
    <message>
        <source>No forest is better than the best bare detector, %1 (AUROC %2 %).</source>
        <translation>Kein Wald ist besser als der beste Detektor allein, %1 (AUROC %2 %).</translation>
    </message>
    <message>
        <source>Best: %1 (AUROC %2 %), against %3 % of the best bare detector, %4.</source>
        <translation>Am besten: %1 (AUROC %2 %), gegen %3 % des besten Detektors allein, %4.</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>The difference of %1 is hardly chance (DeLong&apos;s paired test, %2).</source>
        <translation>Der Unterschied von %1 ist kaum Zufall (gepaarter DeLong-Test, %2).</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1
Detectors: %2</source>
        <translation>%1
Detektoren: %2</translation>
    </message>
    <message>
        <source>Not compared yet. Every kind of forest is fitted on every set of detectors, with the ten seeds of the paper, and judged beside the bare detectors: it shows what the forest adds, and which detectors you could do without.</source>
        <translation>Noch nicht verglichen. Jede Art Wald wird auf jeder Auswahl von Detektoren mit den zehn Startwerten der Veröffentlichung angepasst und neben den Detektoren allein beurteilt: So sieht man, was der Wald bringt und auf welche Detektoren Sie verzichten könnten.</translation>
    </message>
    <message numerus="yes">
        <source>Forests learn from %n bad part(s).</source>
        <translation>
            <numerusform>Wälder lernen aus %n schlechten Teil.</numerusform>
            <numerusform>Wälder lernen aus %n schlechten Teilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>%1: AUROC %2 %</source>
        <translation>%1: AUROC %2 %</translation>
    </message>
    <message>
        <source>AUROC (%), mean ± deviation</source>
        <translation>AUROC (%), Mittel ± Streuung</translation>
    </message>
    <message>
        <source>Bars begin at 50 %, which is chance</source>
        <translation>Balken beginnen bei 50 %, dem Zufall</translation>
    </message>
    <message>
        <source>mean − and + deviation</source>
        <translation>Mittel − und + Streuung</translation>
    </message>
    <message>
        <source>The difference of %1 may well be chance (DeLong&apos;s paired test, %2, %3 bad parts to test).</source>
        <translation>Der Unterschied von %1 kann gut Zufall sein (gepaarter DeLong-Test, %2, %3 schlechte Testteile).</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkForm</name>
    <message>
        <source>Browse …</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Which published experiment is done</source>
        <translation>Welcher veröffentlichte Versuch gemacht wird</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Where the segment maps of the parts come from</source>
        <translation>Woher die Segmentkarten der Teile kommen</translation>
    </message>
    <message>
        <source>As the dataset has them</source>
        <translation>Wie der Datensatz sie hat</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>How many of the paper&apos;s ten seeds</source>
        <translation>Wie viele der zehn Startwerte des Artikels</translation>
    </message>
    <message>
        <source>Two more forests each, which show what the segments bring</source>
        <translation>Je zwei weitere Wälder, die zeigen, was die Segmente bringen</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>A folder with train and test, or one with such a folder for each class; or maps in the layout of the SegAD repository</source>
        <translation>Ein Ordner mit train und test, oder einer mit solch einem Ordner je Klasse; oder Karten in der Ordnung des SegAD-Archivs</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Results that are there are gone on with</source>
        <translation>Vorhandene Ergebnisse werden fortgesetzt</translation>
    </message>
    <message>
        <source>What the benchmark will take</source>
        <translation>Was der Vergleich brauchen wird</translation>
    </message>
    <message>
        <source>Choose the dataset</source>
        <translation>Datensatz wählen</translation>
    </message>
    <message>
        <source>Choose the folder of the dataset</source>
        <translation>Den Ordner des Datensatzes wählen</translation>
    </message>
    <message>
        <source>Choose the results file</source>
        <translation>Ergebnisdatei wählen</translation>
    </message>
    <message>
        <source>Choose where the results go</source>
        <translation>Wählen, wohin die Ergebnisse gehen</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>&amp;Datensatz</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Se&amp;gments</source>
        <translation>Se&amp;gmente</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Gegenproben</translation>
    </message>
    <message>
        <source>Res&amp;ults</source>
        <translation>Er&amp;gebnisse</translation>
    </message>
    <message>
        <source>Results of benchmarks (*%1)</source>
        <translation>Ergebnisse von Vergleichen (*%1)</translation>
    </message>
    <message>
        <source>Name the folder of a dataset, or drop it here.</source>
        <translation>Den Ordner eines Datensatzes nennen oder hierher ziehen.</translation>
    </message>
    <message>
        <source>Choose a detector.</source>
        <translation>Einen Detektor wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n Klasse</numerusform>
            <numerusform>%n Klassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n method(s)</source>
        <translation>
            <numerusform>%n Verfahren</numerusform>
            <numerusform>%n Verfahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>from maps made elsewhere</source>
        <translation>aus anderswo gemachten Karten</translation>
    </message>
    <message>
        <source>all of them are there</source>
        <translation>alle sind da</translation>
    </message>
    <message numerus="yes">
        <source>%n of them there already</source>
        <translation>
            <numerusform>%n davon schon da</numerusform>
            <numerusform>%n davon schon da</numerusform>
        </translation>
    </message>
    <message>
        <source>No or shuffled segments</source>
        <translation>Keine oder vermischte Segmente</translation>
    </message>
    <message>
        <source>no published figures at hand</source>
        <translation>keine veröffentlichten Werte vorhanden</translation>
    </message>
    <message>
        <source>published figures at hand for %1 of the paper&apos;s %2 methods</source>
        <translation>veröffentlichte Werte vorhanden für %1 der %2 Verfahren des Artikels</translation>
    </message>
    <message>
        <source>P&amp;rotocol</source>
        <translation>P&amp;rotokoll</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>&amp;Startwerte</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkPanel</name>
    <message>
        <source>Run the benchmark</source>
        <translation>Vergleich starten</translation>
    </message>
    <message>
        <source>Put what is missing of the grid into the queue</source>
        <translation>Stellt in die Warteschlange, was vom Raster noch fehlt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the benchmark; what was computed and trained is kept</source>
        <translation>Hält den Vergleich an; was berechnet und trainiert wurde, bleibt</translation>
    </message>
    <message>
        <source>Open results …</source>
        <translation>Ergebnisse öffnen …</translation>
    </message>
    <message>
        <source>Show the results of a benchmark, of this window or of segad benchmark</source>
        <translation>Zeigt die Ergebnisse eines Vergleichs, aus diesem Fenster oder von segad benchmark</translation>
    </message>
    <message>
        <source>How far the benchmark is</source>
        <translation>Wie weit der Vergleich ist</translation>
    </message>
    <message>
        <source>Progress of the benchmark</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Benchmark %1</source>
        <translation>Vergleich %1</translation>
    </message>
    <message>
        <source>%1 cells computed, %2 were there, %3 failed</source>
        <translation>%1 Zellen berechnet, %2 waren da, %3 sind fehlgeschlagen</translation>
    </message>
    <message>
        <source>Open the results of a benchmark</source>
        <translation>Ergebnisse eines Vergleichs öffnen</translation>
    </message>
    <message>
        <source>Results of benchmarks (*%1)</source>
        <translation>Ergebnisse von Vergleichen (*%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) computed</source>
        <translation>
            <numerusform>%n Zelle berechnet</numerusform>
            <numerusform>%n Zellen berechnet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Stopped. What was computed and trained is kept: run the benchmark again to go on.</source>
        <translation>Angehalten. Was berechnet und trainiert ist, bleibt: Starten Sie den Vergleich wieder, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkParams</name>
    <message>
        <source>the forests</source>
        <translation>die Wälder</translation>
    </message>
    <message>
        <source>segments: %1</source>
        <translation>Segmente: %1</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Basisnetz</translation>
    </message>
    <message>
        <source>For the detectors it fits; the others take the best there is. More can be imported under Settings ▸ Weights</source>
        <translation>Für die Detektoren, zu denen es passt; die anderen nehmen das beste vorhandene. Weitere lassen sich unter Einstellungen ▸ Gewichte importieren</translation>
    </message>
    <message>
        <source>Parameters of</source>
        <translation>Parameter von</translation>
    </message>
    <message>
        <source>Whose parameters are shown below</source>
        <translation>Wessen Parameter unten stehen</translation>
    </message>
    <message>
        <source>Depart from the paper&apos;s defaults: steps, backbone, anything a detector has</source>
        <translation>Von den Vorgaben des Artikels abweichen: Schritte, Basisnetz, alles, was ein Detektor hat</translation>
    </message>
    <message>
        <source>as the protocol says</source>
        <translation>wie das Protokoll sagt</translation>
    </message>
    <message>
        <source>Bad parts</source>
        <translation>Schlechte Teile</translation>
    </message>
    <message>
        <source>How many bad parts of each class are drawn to learn from</source>
        <translation>Wie viele schlechte Teile jeder Klasse zum Lernen gezogen werden</translation>
    </message>
    <message>
        <source>&amp;Bad parts</source>
        <translation>Schlechte T&amp;eile</translation>
    </message>
    <message>
        <source>Bac&amp;kbone</source>
        <translation>Basis&amp;netz</translation>
    </message>
    <message>
        <source>Para&amp;meters of</source>
        <translation>Para&amp;meter von</translation>
    </message>
    <message>
        <source>the best that is there</source>
        <translation>das beste vorhandene</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message numerus="yes">
        <source>Parameters (%n changed)</source>
        <translation>
            <numerusform>Parameter (%n geändert)</numerusform>
            <numerusform>Parameter (%n geändert)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkPlot</name>
    <message>
        <source>Benchmark, class by class</source>
        <translation>Vergleich, Klasse für Klasse</translation>
    </message>
    <message>
        <source>Mean over the repeats with its deviation; a ring is the published figure</source>
        <translation>Mittel über die Wiederholungen mit Abweichung; ein Ring ist der veröffentlichte Wert</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <translation>%1 (%)</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkRocPlot</name>
    <message>
        <source>Mean ROC of the benchmark</source>
        <translation>Mittlere ROC des Vergleichs</translation>
    </message>
    <message>
        <source>Good parts rejected (%)</source>
        <translation>Aussortierte gute Teile (%)</translation>
    </message>
    <message>
        <source>Rejected (%)</source>
        <translation>Aussortiert (%)</translation>
    </message>
    <message>
        <source>Bad parts found (%)</source>
        <translation>Gefundene schlechte Teile (%)</translation>
    </message>
    <message>
        <source>Found (%)</source>
        <translation>Gefunden (%)</translation>
    </message>
    <message>
        <source>Mean over the repeats; a dot is the FPR@95TPR of the table</source>
        <translation>Mittel über die Wiederholungen; ein Punkt ist die FPR@95TPR der Tabelle</translation>
    </message>
    <message>
        <source>%1   AUROC %2 %, FPR@95TPR %3 %</source>
        <translation>%1   AUROC %2 %, FPR@95TPR %3 %</translation>
    </message>
    <message>
        <source>%1: with %2 % of the good parts rejected, %3 % of the bad ones are found</source>
        <translation>%1: Werden %2 % der guten Teile aussortiert, sind %3 % der schlechten gefunden</translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkView</name>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Which figure table and plot show</source>
        <translation>Welche Kennzahl Tabelle und Bild zeigen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Mean ± deviation (%)</source>
        <translation>Mittel ± Abweichung (%)</translation>
    </message>
    <message>
        <source>Published (%)</source>
        <translation>Veröffentlicht (%)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Results of the benchmark</source>
        <translation>Ergebnisse des Vergleichs</translation>
    </message>
    <message>
        <source>Export table …</source>
        <translation>Tabelle exportieren …</translation>
    </message>
    <message>
        <source>Write all figures as CSV, Markdown or LaTeX</source>
        <translation>Alle Kennzahlen als CSV, Markdown oder LaTeX schreiben</translation>
    </message>
    <message>
        <source>Export plot …</source>
        <translation>Diagramm exportieren …</translation>
    </message>
    <message>
        <source>What the results are of</source>
        <translation>Wovon die Ergebnisse sind</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n cell(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n Zelle</numerusform>
            <numerusform>%1 · %2 · %n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the benchmark</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv *.md *.tex)</source>
        <translation>Tabellen (*.csv *.md *.tex)</translation>
    </message>
    <message>
        <source>No published figure is at hand; Published values … takes those you have</source>
        <translation>Kein veröffentlichter Wert vorhanden; Veröffentlichte Werte … nimmt die, die Sie haben</translation>
    </message>
    <message>
        <source>Entered: %1</source>
        <translation>Eingetragen: %1</translation>
    </message>
    <message>
        <source>Published figures are at hand for %1 of %2 results.</source>
        <translation>Für %1 von %2 Ergebnissen gibt es veröffentlichte Werte.</translation>
    </message>
    <message>
        <source>None for: %1.</source>
        <translation>Keine für: %1.</translation>
    </message>
    <message>
        <source>Not as in the paper: %1.</source>
        <translation>Anders als im Artikel: %1.</translation>
    </message>
    <message>
        <source>Which class table and plots show</source>
        <translation>Welche Klasse Tabelle und Diagramme zeigen</translation>
    </message>
    <message>
        <source>Write a plot of the benchmark as PNG, SVG, PDF or CSV</source>
        <translation>Ein Diagramm des Vergleichs als PNG, SVG, PDF oder CSV schreiben</translation>
    </message>
    <message>
        <source>Published values …</source>
        <translation>Veröffentlichte Werte …</translation>
    </message>
    <message>
        <source>Put published figures beside the results, from a CSV or JSON file with the columns method, percent, source and, where needed, class and figure</source>
        <translation>Veröffentlichte Werte neben die Ergebnisse stellen, aus einer CSV- oder JSON-Datei mit den Spalten method, percent, source und, wo nötig, class und figure</translation>
    </message>
    <message>
        <source>Plots of the benchmark</source>
        <translation>Diagramme des Vergleichs</translation>
    </message>
    <message>
        <source>&amp;Class by class</source>
        <translation>&amp;Klasse für Klasse</translation>
    </message>
    <message>
        <source>Mean R&amp;OC</source>
        <translation>Mittlere R&amp;OC</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>Published values for these results</source>
        <translation>Veröffentlichte Werte für diese Ergebnisse</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json)</source>
        <translation>Tabellen (*.csv *.json)</translation>
    </message>
</context>
<context>
    <name>segad::ui::BreakdownPanel</name>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Figures by</source>
        <translation>Zahlen nach</translation>
    </message>
    <message>
        <source>What the bad parts are told apart by</source>
        <translation>Wonach die schlechten Teile unterschieden werden</translation>
    </message>
    <message>
        <source>Scores of</source>
        <translation>Werte von</translation>
    </message>
    <message>
        <source>Whose scores are judged</source>
        <translation>Wessen Werte beurteilt werden</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>FPR@95TPR %</source>
        <translation>FPR@95TPR %</translation>
    </message>
    <message>
        <source>Figures of each group</source>
        <translation>Zahlen jeder Gruppe</translation>
    </message>
    <message>
        <source>Write the bars as PNG, SVG, PDF or CSV</source>
        <translation>Die Balken als PNG, SVG, PDF oder CSV schreiben</translation>
    </message>
    <message>
        <source>defect type</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>segment the defect lies in</source>
        <translation>Segment, in dem der Fehler liegt</translation>
    </message>
    <message>
        <source>seen and unseen defect types</source>
        <translation>gesehene und ungesehene Fehlerarten</translation>
    </message>
    <message>
        <source>detector and forest</source>
        <translation>Detektor und Wald</translation>
    </message>
    <message>
        <source>all, side by side</source>
        <translation>alle nebeneinander</translation>
    </message>
    <message>
        <source>Remarks on these figures</source>
        <translation>Anmerkungen zu diesen Zahlen</translation>
    </message>
    <message>
        <source>Click a row to see its bad parts in the gallery</source>
        <translation>Ein Klick auf eine Zeile zeigt ihre schlechten Teile in der Galerie</translation>
    </message>
    <message>
        <source>live forest</source>
        <translation>lebender Wald</translation>
    </message>
    <message>
        <source>types learned from</source>
        <translation>gelernte Arten</translation>
    </message>
    <message>
        <source>types never seen</source>
        <translation>nie gesehene Arten</translation>
    </message>
    <message>
        <source>no type given</source>
        <translation>ohne Art</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: AUROC %3 % (95 % interval %4) on %n bad part(s)</source>
        <translation>
            <numerusform>%1, %2: AUROC %3 % (95-%-Intervall %4) an %n schlechten Teil</numerusform>
            <numerusform>%1, %2: AUROC %3 % (95-%-Intervall %4) an %n schlechten Teilen</numerusform>
        </translation>
    </message>
    <message>
        <source>bad parts: %1</source>
        <translation>schlechte Teile: %1</translation>
    </message>
    <message>
        <source>AUROC by %1</source>
        <translation>AUROC nach %1</translation>
    </message>
    <message>
        <source>Bad parts</source>
        <translation>Schlechte Teile</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>Point at a bar to read it; click to see its parts in the gallery</source>
        <translation>Auf einen Balken zeigen, um ihn abzulesen; ein Klick zeigt seine Teile in der Galerie</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Where the defects lie is not known: paint regions on the bad parts, or import their masks.</source>
        <translation>Wo die Fehler liegen, ist nicht bekannt: Malen Sie Bereiche auf die schlechten Teile oder importieren Sie ihre Masken.</translation>
    </message>
    <message>
        <source>No forest has learned from a bad part with a defect type, so no type can be called seen. Give the bad parts types and fit a forest.</source>
        <translation>Kein Wald hat aus einem schlechten Teil mit Fehlerart gelernt, also gilt keine Art als gesehen. Geben Sie den schlechten Teilen Arten und passen Sie einen Wald an.</translation>
    </message>
    <message>
        <source>There is no bad test part with a score.</source>
        <translation>Kein schlechtes Testteil hat einen Wert.</translation>
    </message>
    <message>
        <source>The bad parts of each group against all good ones. Bars begin at 50 %, which is chance; lines are 95 % intervals.</source>
        <translation>Die schlechten Teile jeder Gruppe gegen alle guten. Balken beginnen bei 50 %, dem Zufall; Linien sind 95-%-Intervalle.</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>%1: AUROC %2 % (95 % interval %3) on %4 good and %5 bad parts</source>
        <translation>%1: AUROC %2 % (95-%-Intervall %3) an %4 guten und %5 schlechten Teilen</translation>
    </message>
    <message>
        <source>bad parts judged: %1</source>
        <translation>beurteilte schlechte Teile: %1</translation>
    </message>
    <message>
        <source>all bad parts</source>
        <translation>alle schlechten Teile</translation>
    </message>
    <message>
        <source>AUROC of each scorer</source>
        <translation>AUROC jedes Bewerters</translation>
    </message>
    <message>
        <source>Each on the test parts it is judged on. Bars begin at 50 %, which is chance; lines are 95 % intervals (DeLong).</source>
        <translation>Jeder an den Testteilen, an denen er beurteilt wird. Balken beginnen bei 50 %, dem Zufall; Linien sind 95-%-Intervalle (DeLong).</translation>
    </message>
</context>
<context>
    <name>segad::ui::Choices</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>keine Rolle</translation>
    </message>
    <message>
        <source>no defect type</source>
        <translation>keine Fehlerart</translation>
    </message>
    <message>
        <source>top folder</source>
        <translation>oberster Ordner</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>photographed</source>
        <translation>fotografiert</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>nach Name</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>schlechteste zuerst</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>beste zuerst</translation>
    </message>
    <message>
        <source>unlabelled first</source>
        <translation>ohne Label zuerst</translation>
    </message>
    <message>
        <source>bad first</source>
        <translation>schlechte zuerst</translation>
    </message>
    <message>
        <source>by defect type</source>
        <translation>nach Fehlerart</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
</context>
<context>
    <name>segad::ui::ColorBar</name>
    <message>
        <source>Heatmap colour bar</source>
        <translation>Farbskala der Heatmap</translation>
    </message>
    <message>
        <source>&gt; max</source>
        <translation>&gt; max</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Contour lines at %1: %2. Drag to move them.</source>
        <translation>Höhenlinien bei %1: %2. Zum Verschieben ziehen.</translation>
    </message>
    <message>
        <source>The heatmap is transparent up to %1. Drag to move it.</source>
        <translation>Die Heatmap ist bis %1 durchsichtig. Zum Verschieben ziehen.</translation>
    </message>
    <message>
        <source>%1: colours are fixed by its calibration parts, the same for every picture. Left the raw value, right the share of good pixels below it.</source>
        <translation>%1: Die Farben sind durch seine Kalibrierteile festgelegt, für jedes Bild gleich. Links der Rohwert, rechts der Anteil guter Pixel darunter.</translation>
    </message>
    <message>
        <source>This detector</source>
        <translation>Dieser Detektor</translation>
    </message>
</context>
<context>
    <name>segad::ui::CompareCell</name>
    <message>
        <source>Picture of the part</source>
        <translation>Bild des Teils</translation>
    </message>
    <message>
        <source>Heatmap of run %1</source>
        <translation>Heatmap von Lauf %1</translation>
    </message>
    <message>
        <source>Difference of two detectors</source>
        <translation>Unterschied zweier Detektoren</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>How far the percentiles of the two detectors are apart under the cursor</source>
        <translation>Wie weit die Perzentile der beiden Detektoren unter dem Zeiger auseinanderliegen</translation>
    </message>
    <message>
        <source>Value under the cursor, and the share of good pixels below it</source>
        <translation>Wert unter dem Zeiger und der Anteil guter Pixel darunter</translation>
    </message>
</context>
<context>
    <name>segad::ui::CompareGrid</name>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · Lauf %2</translation>
    </message>
    <message>
        <source>  ·  score %1</source>
        <translation>  ·  Wert %1</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>Warum dieser Score</translation>
    </message>
    <message>
        <source>Orange: %1 sees more · blue: %2 sees more</source>
        <translation>Orange: %1 sieht mehr · blau: %2 sieht mehr</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>in percentile points</source>
        <translation>in Perzentilpunkten</translation>
    </message>
    <message>
        <source>%1 sees more</source>
        <translation>%1 sieht mehr</translation>
    </message>
</context>
<context>
    <name>segad::ui::CompareHeader</name>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>One part by every detector, several parts by one, or the difference of two detectors</source>
        <translation>Ein Teil mit jedem Detektor, mehrere Teile mit einem oder der Unterschied zweier Detektoren</translation>
    </message>
    <message>
        <source>Which parts</source>
        <translation>Welche Teile</translation>
    </message>
    <message>
        <source>Which parts stand beside the current one</source>
        <translation>Welche Teile neben dem aktuellen stehen</translation>
    </message>
    <message>
        <source>First detector</source>
        <translation>Erster Detektor</translation>
    </message>
    <message>
        <source>Where it sees more, the difference is orange</source>
        <translation>Wo er mehr sieht, ist der Unterschied orange</translation>
    </message>
    <message>
        <source>Second detector</source>
        <translation>Zweiter Detektor</translation>
    </message>
    <message>
        <source>Where it sees more, the difference is blue</source>
        <translation>Wo er mehr sieht, ist der Unterschied blau</translation>
    </message>
    <message>
        <source>All detectors</source>
        <translation>Alle Detektoren</translation>
    </message>
    <message>
        <source>Several parts</source>
        <translation>Mehrere Teile</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>With the highest scores</source>
        <translation>Mit den höchsten Scores</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Selected, or that follow</source>
        <translation>Ausgewählte, sonst folgende</translation>
    </message>
</context>
<context>
    <name>segad::ui::ContourLevel</name>
    <message>
        <source>review threshold: a part with one pixel above it is for review</source>
        <translation>Schwelle zum Nachsehen: ein Teil mit einem Pixel darüber ist nachzusehen</translation>
    </message>
    <message>
        <source>largest value of the calibration parts: no good pixel there is above it</source>
        <translation>größter Wert der Kalibrierteile: kein guter Pixel liegt darüber</translation>
    </message>
    <message>
        <source>%1 % of the calibration parts&apos; pixels are below it</source>
        <translation>%1 % der Pixel der Kalibrierteile liegen darunter</translation>
    </message>
</context>
<context>
    <name>segad::ui::CostWords</name>
    <message>
        <source>≈ %1 s</source>
        <translation>≈ %1 s</translation>
    </message>
    <message>
        <source>≈ %1 min</source>
        <translation>≈ %1 min</translation>
    </message>
    <message>
        <source>≈ %1 h</source>
        <translation>≈ %1 h</translation>
    </message>
    <message>
        <source>≈ %1 days</source>
        <translation>≈ %1 Tage</translation>
    </message>
    <message>
        <source>%1 · %2 memory · %3 disk</source>
        <translation>%1 · %2 Speicher · %3 Platte</translation>
    </message>
    <message>
        <source>%1 good parts to learn from, %2 kept for calibration.</source>
        <translation>%1 gute Teile zum Lernen, %2 für die Kalibrierung zurückgelegt.</translation>
    </message>
    <message numerus="yes">
        <source> %n bad part(s) too.</source>
        <translation>
            <numerusform> Dazu %n schlechtes Teil.</numerusform>
            <numerusform> Dazu %n schlechte Teile.</numerusform>
        </translation>
    </message>
    <message>
        <source> %1 for training and %2 for scoring %3 parts; %4 of memory, %5 on disk.</source>
        <translation> %1 für das Training und %2 für das Bewerten von %3 Teilen; %4 Arbeitsspeicher, %5 auf der Platte.</translation>
    </message>
    <message>
        <source> Of that, %1 for %2 further detectors, so that a forest may learn from bad parts.</source>
        <translation> Davon %1 für %2 weitere Detektoren, damit ein Wald aus schlechten Teilen lernen darf.</translation>
    </message>
    <message>
        <source> %1 of disk are needed meanwhile.</source>
        <translation> Währenddessen werden %1 Plattenplatz gebraucht.</translation>
    </message>
    <message>
        <source> ⚠ Only %1 are free on the disk of this project.</source>
        <translation> ⚠ Auf dem Laufwerk dieses Projekts sind nur %1 frei.</translation>
    </message>
</context>
<context>
    <name>segad::ui::CountTiles</name>
    <message>
        <source>parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>segad::ui::CurvePair</name>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Bad parts found against good parts rejected</source>
        <translation>Gefundene schlechte gegen aussortierte gute Teile</translation>
    </message>
    <message>
        <source>Precision–recall</source>
        <translation>Precision–Recall</translation>
    </message>
    <message>
        <source>How many of those called bad are bad, against bad parts found</source>
        <translation>Wie viele der schlecht genannten es sind, gegen gefundene schlechte Teile</translation>
    </message>
</context>
<context>
    <name>segad::ui::CurvePlot</name>
    <message>
        <source>Point at a curve to read its threshold; click to see what it gets wrong</source>
        <translation>Auf eine Kurve zeigen, um ihre Schwelle abzulesen; ein Klick zeigt, was sie falsch macht</translation>
    </message>
    <message>
        <source>review</source>
        <translation>nachsehen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>Ausschuss</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Point at a curve to read its threshold</source>
        <translation>Auf eine Kurve zeigen, um ihre Schwelle abzulesen</translation>
    </message>
</context>
<context>
    <name>segad::ui::DecisionPanel</name>
    <message>
        <source>Scores of</source>
        <translation>Werte von</translation>
    </message>
    <message>
        <source>Whose scores the thresholds cut</source>
        <translation>Wessen Werte die Schwellen teilen</translation>
    </message>
    <message>
        <source>Judged on</source>
        <translation>Beurteilt an</translation>
    </message>
    <message>
        <source>On which labelled parts the thresholds are judged</source>
        <translation>An welchen gelabelten Teilen die Schwellen beurteilt werden</translation>
    </message>
    <message>
        <source>Review from</source>
        <translation>Nachsehen ab</translation>
    </message>
    <message>
        <source>Parts from this score on are looked at by somebody</source>
        <translation>Teile ab diesem Wert sieht sich jemand an</translation>
    </message>
    <message>
        <source>Reject from</source>
        <translation>Aussortieren ab</translation>
    </message>
    <message>
        <source>Parts from this score on are rejected</source>
        <translation>Teile ab diesem Wert werden aussortiert</translation>
    </message>
    <message>
        <source>Follow the goal</source>
        <translation>Dem Ziel folgen</translation>
    </message>
    <message>
        <source>Put the thresholds where the goal is kept, with the fewest errors and reviews</source>
        <translation>Die Schwellen dorthin setzen, wo das Ziel eingehalten wird, mit den wenigsten Fehlern und dem wenigsten Nachsehen</translation>
    </message>
    <message>
        <source>Use these thresholds</source>
        <translation>Diese Schwellen verwenden</translation>
    </message>
    <message>
        <source>Store them with the run: verdicts follow them everywhere, inspection included</source>
        <translation>Mit dem Lauf speichern: Urteile folgen ihnen überall, auch beim Prüfen</translation>
    </message>
    <message>
        <source>Export plots …</source>
        <translation>Diagramme exportieren …</translation>
    </message>
    <message>
        <source>all labelled parts it had not seen</source>
        <translation>alle gelabelten Teile, die es nicht gesehen hatte</translation>
    </message>
    <message>
        <source>parts for learning, out of fold</source>
        <translation>Teile zum Lernen, außerhalb der Faltung</translation>
    </message>
    <message>
        <source>test parts</source>
        <translation>Testteile</translation>
    </message>
    <message>
        <source>Remarks on these figures</source>
        <translation>Anmerkungen zu diesen Zahlen</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · Lauf %2</translation>
    </message>
    <message>
        <source>Fit a forest or train a detector: its scores appear here.</source>
        <translation>Einen Wald anpassen oder einen Detektor trainieren: Seine Werte erscheinen hier.</translation>
    </message>
    <message>
        <source>Label some good and some bad parts: thresholds are judged by them.</source>
        <translation>Einige gute und einige schlechte Teile labeln: An ihnen werden die Schwellen beurteilt.</translation>
    </message>
    <message>
        <source>Set thresholds</source>
        <translation>Schwellen setzen</translation>
    </message>
    <message>
        <source>What the thresholds do</source>
        <translation>Was die Schwellen bewirken</translation>
    </message>
    <message>
        <source>Write a plot as PNG, SVG, PDF or CSV</source>
        <translation>Ein Diagramm als PNG, SVG, PDF oder CSV schreiben</translation>
    </message>
</context>
<context>
    <name>segad::ui::DefectPicker</name>
    <message>
        <source>known or new defect type</source>
        <translation>bekannte oder neue Fehlerart</translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Type the beginning, choose with the arrows, press Enter</source>
        <translation>Den Anfang tippen, mit den Pfeilen wählen, Eingabetaste drücken</translation>
    </message>
    <message>
        <source>Defect types</source>
        <translation>Fehlerarten</translation>
    </message>
    <message numerus="yes">
        <source>Defect type of %n part(s)</source>
        <translation>
            <numerusform>Fehlerart von %n Teil</numerusform>
            <numerusform>Fehlerart von %n Teilen</numerusform>
        </translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>neu: %1</translation>
    </message>
    <message>
        <source>no defect type</source>
        <translation>keine Fehlerart</translation>
    </message>
</context>
<context>
    <name>segad::ui::DefectWords</name>
    <message>
        <source>% of the shorter side</source>
        <translation>% der kürzeren Seite</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>millimetres</source>
        <translation>Millimeter</translation>
    </message>
</context>
<context>
    <name>segad::ui::DefectsPanel</name>
    <message>
        <source>Other parts</source>
        <translation>Andere Teile</translation>
    </message>
    <message>
        <source>Show the defects on the next good parts</source>
        <translation>Die Fehler auf den nächsten guten Teilen zeigen</translation>
    </message>
    <message>
        <source>Other draws</source>
        <translation>Andere Ziehungen</translation>
    </message>
    <message>
        <source>Show the next draw of each kind on the same parts</source>
        <translation>Auf denselben Teilen die nächste Ziehung jeder Art zeigen</translation>
    </message>
    <message>
        <source>Close up</source>
        <translation>Nah</translation>
    </message>
    <message>
        <source>Cut the pictures out around the defect</source>
        <translation>Die Bilder um den Fehler herum ausschneiden</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Which kinds help</source>
        <translation>Welche Arten helfen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Generate defects</source>
        <translation>Fehler erzeugen</translation>
    </message>
    <message numerus="yes">
        <source>%n generated part(s) are there now</source>
        <translation>
            <numerusform>%n erzeugtes Teil ist jetzt da</numerusform>
            <numerusform>%n erzeugte Teile sind jetzt da</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview and what kinds help</source>
        <translation>Vorschau und welche Arten helfen</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>A line around what changed; without it faint defects are easily missed</source>
        <translation>Eine Linie um das, was sich geändert hat; ohne sie übersieht man schwache Fehler leicht</translation>
    </message>
</context>
<context>
    <name>segad::ui::DetectorCards</name>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>What makes the anomaly maps</source>
        <translation>Was die Anomaliekarten erzeugt</translation>
    </message>
    <message>
        <source>good parts only</source>
        <translation>nur gute Teile</translation>
    </message>
    <message>
        <source>good + bad parts</source>
        <translation>gute + schlechte Teile</translation>
    </message>
    <message>
        <source>makes maps</source>
        <translation>macht Karten</translation>
    </message>
    <message>
        <source>no maps</source>
        <translation>keine Karten</translation>
    </message>
    <message>
        <source>⚠ not possible yet</source>
        <translation>⚠ noch nicht möglich</translation>
    </message>
</context>
<context>
    <name>segad::ui::DetectorForm</name>
    <message>
        <source>%1 — has only layers up to %2</source>
        <translation>%1 — hat nur Schichten bis %2</translation>
    </message>
    <message>
        <source>Learns from good parts only.</source>
        <translation>Lernt nur aus guten Teilen.</translation>
    </message>
    <message>
        <source>Learns from good and bad parts.</source>
        <translation>Lernt aus guten und schlechten Teilen.</translation>
    </message>
    <message>
        <source>Makes anomaly maps.</source>
        <translation>Erzeugt Anomaliekarten.</translation>
    </message>
    <message>
        <source>Makes no maps, only a score for each part.</source>
        <translation>Erzeugt keine Karten, nur eine Bewertung je Teil.</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Basisnetz</translation>
    </message>
    <message>
        <source>Network whose features the detector uses. More can be imported under Settings ▸ Weights</source>
        <translation>Netz, dessen Merkmale der Detektor benutzt. Weitere lassen sich unter Einstellungen ▸ Gewichte importieren</translation>
    </message>
    <message>
        <source>Further detectors for the forest</source>
        <translation>Weitere Detektoren für den Wald</translation>
    </message>
    <message>
        <source>The same seed gives the same result</source>
        <translation>Gleicher Startwert, gleiches Ergebnis</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>as the dataset says</source>
        <translation>wie der Datensatz sagt</translation>
    </message>
    <message>
        <source>Bad parts to learn from</source>
        <translation>Schlechte Teile zum Lernen</translation>
    </message>
    <message>
        <source>How many bad parts the detector may learn from; the others are tested. Without a choice: the bad parts of the training set, else ten</source>
        <translation>Aus wie vielen schlechten Teilen der Detektor lernen darf; die übrigen werden getestet. Ohne Wahl: die schlechten Teile der Trainingsmenge, sonst zehn</translation>
    </message>
    <message>
        <source>Trains a detector more for each fifth of the bad parts, without these parts, and scores them by it: a forest must not learn from what a detector remembers. Takes about five times as long</source>
        <translation>Trainiert für jedes Fünftel der schlechten Teile einen weiteren Detektor ohne diese Teile und bewertet sie mit ihm: ein Wald darf nicht aus dem lernen, woran ein Detektor sich erinnert. Dauert etwa fünfmal so lange</translation>
    </message>
    <message>
        <source>Bad parts</source>
        <translation>Schlechte Teile</translation>
    </message>
    <message>
        <source>Imported under a name of your own; its network is %1.</source>
        <translation>Unter einem eigenen Namen importiert; das Netz ist %1.</translation>
    </message>
    <message>
        <source> Not good enough to inspect parts.</source>
        <translation> Nicht gut genug, um Teile zu prüfen.</translation>
    </message>
</context>
<context>
    <name>segad::ui::DisagreementList</name>
    <message>
        <source>Most disputed parts</source>
        <translation>Umstrittenste Teile</translation>
    </message>
    <message>
        <source>The parts whose scores the two detectors rank most differently among all parts</source>
        <translation>Die Teile, deren Scores die beiden Detektoren unter allen Teilen am verschiedensten einordnen</translation>
    </message>
    <message>
        <source>Train two detectors to compare them.</source>
        <translation>Zwei Detektoren trainieren, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Vergleiche …</translation>
    </message>
    <message>
        <source>Higher than so many per cent of all parts by %1 and by %2</source>
        <translation>Höher als so viel Prozent aller Teile nach %1 und nach %2</translation>
    </message>
    <message>
        <source>%1 against %2 %</source>
        <translation>%1 gegen %2 %</translation>
    </message>
</context>
<context>
    <name>segad::ui::DistilCard</name>
    <message>
        <source>Compact backbone</source>
        <translation>Kompaktes Basisnetz</translation>
    </message>
    <message>
        <source>What is made: a backbone, or what EfficientAD imitates</source>
        <translation>Was gemacht wird: ein Basisnetz, oder was EfficientAD nachahmt</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Machen</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>The network whose features are to be reproduced</source>
        <translation>Das Netz, dessen Merkmale nachgebildet werden sollen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>A folder whose pictures are mixed with the drawn ones: every other one. Without it, all are drawn. A folder can be dropped here</source>
        <translation>Ein Ordner, dessen Bilder unter die gezeichneten gemischt werden: jedes zweite. Ohne ihn sind alle gezeichnet. Ein Ordner kann hier abgelegt werden</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>How long to learn; more is better, and a finished run can be prolonged</source>
        <translation>Wie lange gelernt wird; mehr ist besser, und ein beendeter Lauf lässt sich verlängern</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same backbone</source>
        <translation>Derselbe Startwert ergibt dasselbe Basisnetz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the backbone is called where one is chosen</source>
        <translation>Wie das Basisnetz heißt, wo eines gewählt wird</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Where the weights go; what is needed to go on is kept beside them</source>
        <translation>Wohin die Gewichte kommen; was zum Fortsetzen nötig ist, liegt daneben</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>Einen Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>Choose where the weights go</source>
        <translation>Wählen, wohin die Gewichte kommen</translation>
    </message>
    <message>
        <source>Make backbone</source>
        <translation>Basisnetz herstellen</translation>
    </message>
    <message>
        <source>Learn from the teacher in a background job, then import the result</source>
        <translation>Im Hintergrund vom Lehrer lernen, dann das Ergebnis importieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop learning; what was learned is kept, and one can go on from it</source>
        <translation>Das Lernen anhalten; Gelerntes bleibt erhalten und lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>none: drawn pictures only</source>
        <translation>keine: nur gezeichnete Bilder</translation>
    </message>
    <message>
        <source>Progress of the backbone</source>
        <translation>Fortschritt des Basisnetzes</translation>
    </message>
    <message>
        <source>Make a backbone or a teacher</source>
        <translation>Ein Basisnetz oder einen Lehrer machen</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Where the weights go</source>
        <translation>Wohin die Gewichte kommen</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>Import ResNet-18 or WideResNet-50-2 first, with layers 1 to 3: it is the teacher.</source>
        <translation>Zuerst ResNet-18 oder WideResNet-50-2 mit den Schichten 1 bis 3 importieren: Das ist der Lehrer.</translation>
    </message>
    <message>
        <source>Give the backbone a name of letters and digits.</source>
        <translation>Dem Basisnetz einen Namen aus Buchstaben und Ziffern geben.</translation>
    </message>
    <message>
        <source>There are weights called %1 already. Choose another name.</source>
        <translation>Es gibt schon Gewichte mit dem Namen %1. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Name a file that ends in .safetensors.</source>
        <translation>Eine Datei angeben, die auf .safetensors endet.</translation>
    </message>
    <message>
        <source>The folder of pictures is not there.</source>
        <translation>Den Ordner mit Bildern gibt es nicht.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 of %2 steps are done. </source>
        <translation>%1 von %2 Schritten sind getan. </translation>
    </message>
    <message>
        <source>About %1 on this machine; other jobs wait meanwhile. It can be stopped at any time and gone on with later.</source>
        <translation>Etwa %1 auf diesem Rechner; andere Aufträge warten so lange. Es lässt sich jederzeit anhalten und später fortsetzen.</translation>
    </message>
    <message>
        <source>Stopped; what was learned is kept.</source>
        <translation>Angehalten; Gelerntes bleibt erhalten.</translation>
    </message>
    <message>
        <source>Waiting for other jobs</source>
        <translation>Wartet auf andere Aufträge</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source> (%1 of %2)</source>
        <translation> (%1 von %2)</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, noch %1</translation>
    </message>
    <message>
        <source>These settings can be changed again when it is done or stopped.</source>
        <translation>Diese Einstellungen lassen sich wieder ändern, wenn es fertig oder angehalten ist.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Weights to go on from: much is learnt already, and fewer steps do</source>
        <translation>Gewichte, von denen aus weitergelernt wird: vieles ist schon gelernt, weniger Schritte genügen</translation>
    </message>
    <message>
        <source>From nothing</source>
        <translation>Von null</translation>
    </message>
    <message>
        <source>Beside this file is an unfinished backbone with teacher %1, start %2 and seed %3. Choose these to go on, or another name to begin anew.</source>
        <translation>Neben dieser Datei liegt ein unfertiges Backbone mit Lehrer %1, Beginn %2 und Startwert %3. Wählen Sie diese, um fortzufahren, oder einen anderen Namen, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>from nothing</source>
        <translation>von null</translation>
    </message>
</context>
<context>
    <name>segad::ui::DistilRun</name>
    <message>
        <source>Make backbone %1</source>
        <translation>Basisnetz %1 herstellen</translation>
    </message>
    <message>
        <source>Imported as %1 after %2 steps</source>
        <translation>Importiert als %1 nach %2 Schritten</translation>
    </message>
    <message>
        <source>; %1 % of pictures held out unexplained</source>
        <translation>; %1 % der zurückgehaltenen Bilder unerklärt</translation>
    </message>
</context>
<context>
    <name>segad::ui::ErrorLinks</name>
    <message>
        <source>Show the bad parts that score below this threshold</source>
        <translation>Die schlechten Teile zeigen, deren Wert unter dieser Schwelle liegt</translation>
    </message>
    <message>
        <source>Show the good parts that score at this threshold or above</source>
        <translation>Die guten Teile zeigen, deren Wert an oder über dieser Schwelle liegt</translation>
    </message>
    <message numerus="yes">
        <source>%n bad part(s) missed</source>
        <translation>
            <numerusform>%n schlechtes Teil übersehen</numerusform>
            <numerusform>%n schlechte Teile übersehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good part(s) rejected</source>
        <translation>
            <numerusform>%n gutes Teil aussortiert</numerusform>
            <numerusform>%n gute Teile aussortiert</numerusform>
        </translation>
    </message>
    <message>
        <source>above all scores</source>
        <translation>über allen Werten</translation>
    </message>
    <message>
        <source>Threshold %1 of %2:</source>
        <translation>Schwelle %1 von %2:</translation>
    </message>
    <message>
        <source>bad parts missed by %1</source>
        <translation>von %1 übersehene schlechte Teile</translation>
    </message>
    <message>
        <source>good parts rejected by %1</source>
        <translation>von %1 aussortierte gute Teile</translation>
    </message>
</context>
<context>
    <name>segad::ui::EvaluationComparisonDialog</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 vom %2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Vergleiche …</translation>
    </message>
    <message>
        <source>Compare two evaluations</source>
        <translation>Zwei Auswertungen vergleichen</translation>
    </message>
    <message>
        <source>Which of the two is better</source>
        <translation>Welche der beiden besser ist</translation>
    </message>
    <message>
        <source>What changed between them</source>
        <translation>Was sich zwischen ihnen geändert hat</translation>
    </message>
    <message>
        <source>Both judge the same scores, those of run %1: where the figures differ, labels or test parts have changed.</source>
        <translation>Beide beurteilen dieselben Werte, die von Lauf %1: Wo die Zahlen abweichen, haben sich Labels oder Testteile geändert.</translation>
    </message>
    <message>
        <source>Figures and settings</source>
        <translation>Zahlen und Einstellungen</translation>
    </message>
    <message>
        <source>Parts with another role</source>
        <translation>Teile mit anderer Rolle</translation>
    </message>
    <message>
        <source>Roles of parts (%1)</source>
        <translation>Rollen der Teile (%1)</translation>
    </message>
    <message>
        <source>Parts with another label</source>
        <translation>Teile mit anderem Label</translation>
    </message>
    <message>
        <source>Labels (%1)</source>
        <translation>Labels (%1)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Figures, and the settings that differ</source>
        <translation>Zahlen und die Einstellungen, die abweichen</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>95 % interval (%)</source>
        <translation>95-%-Intervall (%)</translation>
    </message>
    <message>
        <source>Good test parts</source>
        <translation>Gute Testteile</translation>
    </message>
    <message>
        <source>Bad test parts</source>
        <translation>Schlechte Testteile</translation>
    </message>
    <message>
        <source>Scores of run</source>
        <translation>Werte von Lauf</translation>
    </message>
    <message>
        <source>The same for every part.</source>
        <translation>Bei jedem Teil gleich.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Run of %1</source>
        <translation>Lauf von %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::EvaluationModel</name>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · Lauf %2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Review from</source>
        <translation>Nachsehen ab</translation>
    </message>
    <message>
        <source>Reject from</source>
        <translation>Aussortieren ab</translation>
    </message>
    <message>
        <source>Scores of</source>
        <translation>Werte von</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>ms/part</source>
        <translation>ms/Teil</translation>
    </message>
    <message>
        <source>What was judged: a detector, or a forest on detectors</source>
        <translation>Was beurteilt wurde: ein Detektor oder ein Wald auf Detektoren</translation>
    </message>
    <message>
        <source>How well its scores rank bad parts above good ones</source>
        <translation>Wie gut seine Werte schlechte Teile über gute stellen</translation>
    </message>
    <message>
        <source>Where the AUROC lies if other parts of this kind had been tested (DeLong)</source>
        <translation>Wo die AUROC läge, wären andere Teile dieser Art geprüft worden (DeLong)</translation>
    </message>
    <message>
        <source>Good test parts</source>
        <translation>Gute Testteile</translation>
    </message>
    <message>
        <source>Bad test parts</source>
        <translation>Schlechte Testteile</translation>
    </message>
    <message>
        <source>When it was stored</source>
        <translation>Wann sie gespeichert wurde</translation>
    </message>
    <message>
        <source>The threshold to review at that time</source>
        <translation>Die damalige Schwelle zum Nachsehen</translation>
    </message>
    <message>
        <source>The threshold to reject at that time</source>
        <translation>Die damalige Schwelle zum Ausschuss</translation>
    </message>
    <message>
        <source>Number of the run whose scores were judged</source>
        <translation>Nummer des Laufs, dessen Werte beurteilt wurden</translation>
    </message>
    <message>
        <source>Which parts had which role: equal numbers, equal roles</source>
        <translation>Welche Teile welche Rolle hatten: gleiche Nummer, gleiche Rollen</translation>
    </message>
    <message>
        <source>Seed of that run</source>
        <translation>Startwert dieses Laufs</translation>
    </message>
    <message>
        <source>Measured time for a verdict on one part</source>
        <translation>Gemessene Zeit für ein Urteil über ein Teil</translation>
    </message>
</context>
<context>
    <name>segad::ui::EvaluationsPanel</name>
    <message>
        <source>Compare two …</source>
        <translation>Zwei vergleichen …</translation>
    </message>
    <message>
        <source>Both ROC curves, a paired test, and what changed between two evaluations</source>
        <translation>Beide ROC-Kurven, ein gepaarter Test und was sich zwischen zwei Auswertungen geändert hat</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the selected evaluations; their runs stay (Ctrl+Z brings them back)</source>
        <translation>Die gewählten Auswertungen löschen; ihre Läufe bleiben (Strg+Z holt sie zurück)</translation>
    </message>
    <message>
        <source>Export CSV …</source>
        <translation>CSV exportieren …</translation>
    </message>
    <message>
        <source>Write the table as CSV, in the order shown</source>
        <translation>Die Tabelle als CSV schreiben, in der gezeigten Reihenfolge</translation>
    </message>
    <message>
        <source>All stored evaluations</source>
        <translation>Alle gespeicherten Auswertungen</translation>
    </message>
    <message>
        <source>Nothing was evaluated yet: press Evaluate on the first page.</source>
        <translation>Noch nichts ausgewertet: auf der ersten Seite Auswerten drücken.</translation>
    </message>
    <message>
        <source>Two are selected: they can be compared.</source>
        <translation>Zwei sind gewählt: Sie lassen sich vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s). Select two to compare them.</source>
        <translation>
            <numerusform>%n Auswertung. Zwei wählen, um sie zu vergleichen.</numerusform>
            <numerusform>%n Auswertungen. Zwei wählen, um sie zu vergleichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n evaluation(s)</source>
        <translation>
            <numerusform>%n Auswertung löschen</numerusform>
            <numerusform>%n Auswertungen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the evaluations</source>
        <translation>Auswertungen exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>segad::ui::Explainer</name>
    <message>
        <source>Fit a forest: then this says which segment and which detector decided.</source>
        <translation>Einen Wald anpassen: Dann steht hier, welches Segment und welcher Detektor entschieden hat.</translation>
    </message>
</context>
<context>
    <name>segad::ui::FacetModel</name>
    <message>
        <source>%1: %2 with the other filters as they are</source>
        <translation>%1: %2 bei sonst gleichen Filtern</translation>
    </message>
</context>
<context>
    <name>segad::ui::FacetPanel</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Check what to show; double-click a choice for it alone</source>
        <translation>Ankreuzen, was zu sehen sein soll; Doppelklick für eines allein</translation>
    </message>
</context>
<context>
    <name>segad::ui::FigureBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&gt; max</source>
        <translation>&gt; max</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
</context>
<context>
    <name>segad::ui::FigureDialog</name>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width on paper</source>
        <translation>Breite auf Papier</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>Breite in Millimetern</translation>
    </message>
    <message>
        <source>Width on paper; the height follows from the panels</source>
        <translation>Breite auf Papier; die Höhe ergibt sich aus den Feldern</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Dots per inch of pictures; journals ask for 300 or more</source>
        <translation>Bildpunkte je Zoll; Zeitschriften verlangen 300 oder mehr</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Size of titles on paper; colour bars and caption are a little smaller</source>
        <translation>Größe der Titel auf Papier; Farbskalen und Bildunterschrift sind etwas kleiner</translation>
    </message>
    <message>
        <source>Panels a row</source>
        <translation>Felder je Zeile</translation>
    </message>
    <message>
        <source>How many panels stand beside each other</source>
        <translation>Wie viele Felder nebeneinander stehen</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>White for paper, the window&apos;s own colours for slides</source>
        <translation>Weiß für Papier, die Farben des Fensters für Folien</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>One column (84 mm)</source>
        <translation>Eine Spalte (84 mm)</translation>
    </message>
    <message>
        <source>Two columns (174 mm)</source>
        <translation>Zwei Spalten (174 mm)</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>Each pixel of the picture</source>
        <translation>Jedes Pixel des Bildes</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Wie das Fenster</translation>
    </message>
    <message>
        <source>Titles and scores</source>
        <translation>Titel und Scores</translation>
    </message>
    <message>
        <source>Name and score above each panel</source>
        <translation>Name und Score über jedem Feld</translation>
    </message>
    <message>
        <source>Letters (a), (b), …</source>
        <translation>Buchstaben (a), (b), …</translation>
    </message>
    <message>
        <source>To speak of panels in a text</source>
        <translation>Um im Text von Feldern zu sprechen</translation>
    </message>
    <message>
        <source>Colour bars</source>
        <translation>Farbskalen</translation>
    </message>
    <message>
        <source>Anomaly values and calibration percentiles of the colours</source>
        <translation>Anomaliewerte und Kalibrierperzentile der Farben</translation>
    </message>
    <message>
        <source>Scale bar</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>A length of so many pixels, in the picture</source>
        <translation>Eine Länge von so vielen Pixeln, im Bild</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Project, parts, runs and seeds below the panels</source>
        <translation>Projekt, Teile, Läufe und Startwerte unter den Feldern</translation>
    </message>
    <message>
        <source>Only what the view shows</source>
        <translation>Nur was die Ansicht zeigt</translation>
    </message>
    <message>
        <source>Off: the whole picture, however far the view is zoomed</source>
        <translation>Aus: das ganze Bild, wie weit auch immer vergrößert ist</translation>
    </message>
    <message>
        <source>&amp;Save …</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Write a PNG, SVG or PDF file</source>
        <translation>Eine PNG-, SVG- oder PDF-Datei schreiben</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Put the figure on the clipboard as a picture</source>
        <translation>Die Abbildung als Bild in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 × %2 mm on paper, as PNG %3 × %4 pixels</source>
        <translation>%1 × %2 mm auf Papier, als PNG %3 × %4 Pixel</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>Die Abbildung ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Abbildung speichern</translation>
    </message>
</context>
<context>
    <name>segad::ui::FigurePreview</name>
    <message>
        <source>Preview of the figure</source>
        <translation>Vorschau der Abbildung</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
</context>
<context>
    <name>segad::ui::FigureWords</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>no map from this detector</source>
        <translation>keine Karte von diesem Detektor</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: run %2</source>
        <translation>%1: Lauf %2</translation>
    </message>
    <message>
        <source>, seed %1</source>
        <translation>, Startwert %1</translation>
    </message>
    <message>
        <source>Colours: anomaly value; below it the share of good calibration pixels with a lower one. Each detector has one fixed scale.</source>
        <translation>Farben: Anomaliewert; darunter der Anteil guter Kalibrierpixel mit einem kleineren. Jeder Detektor hat eine feste Skala.</translation>
    </message>
    <message>
        <source>Orange outline: %1, the segment that decided.</source>
        <translation>Oranger Umriss: %1, das Segment, das entschied.</translation>
    </message>
</context>
<context>
    <name>segad::ui::FilterBar</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order of the gallery</source>
        <translation>Reihenfolge der Galerie</translation>
    </message>
    <message>
        <source>Filter text</source>
        <translation>Filtertext</translation>
    </message>
    <message>
        <source>Show all parts</source>
        <translation>Alle Teile zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n part(s)</source>
        <translation>
            <numerusform>%1 von %n Teil</numerusform>
            <numerusform>%1 von %n Teilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Put parts together that have this in common</source>
        <translation>Teile zusammenstellen, die dies gemeinsam haben</translation>
    </message>
    <message>
        <source>Filter by name, defect or note</source>
        <translation>Nach Name, Fehler, Notiz filtern</translation>
    </message>
    <message>
        <source>Show only parts whose path, defect type or note contains this (Ctrl+F)</source>
        <translation>Nur Teile zeigen, deren Pfad, Fehlerart oder Notiz dies enthält (Strg+F)</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>Alle Filter</translation>
    </message>
    <message>
        <source>Filter by label, verdict, role, defect type, folder and score</source>
        <translation>Nach Label, Urteil, Rolle, Fehlerart, Ordner und Wert filtern</translation>
    </message>
    <message>
        <source>Take away all filters</source>
        <translation>Alle Filter wegnehmen</translation>
    </message>
    <message>
        <source>Update the gallery</source>
        <translation>Galerie aktualisieren</translation>
    </message>
    <message>
        <source>Filter, sort and group anew, and try unreadable pictures again</source>
        <translation>Neu filtern, sortieren und gruppieren und unlesbare Bilder noch einmal versuchen</translation>
    </message>
    <message>
        <source>no groups</source>
        <translation>keine Gruppen</translation>
    </message>
    <message>
        <source>group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Labelled parts</source>
        <translation>Gelabelte Teile</translation>
    </message>
    <message>
        <source>%1: %2 – take this filter away</source>
        <translation>%1: %2 – diesen Filter wegnehmen</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <translation>%1: %2 – %3</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Score of %1 – take this filter away</source>
        <translation>Wert von %1 – diesen Filter wegnehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected but not shown</source>
        <translation>
            <numerusform>%n gewählt, aber nicht gezeigt</numerusform>
            <numerusform>%n gewählt, aber nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 labelled</source>
        <translation>%1 von %2 gelabelt</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to show: update</source>
        <translation>
            <numerusform>%n Änderung zeigen: aktualisieren</numerusform>
            <numerusform>%n Änderungen zeigen: aktualisieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Order has changed: update</source>
        <translation>Reihenfolge geändert: aktualisieren</translation>
    </message>
    <message>
        <source>%1 – take this filter away</source>
        <translation>%1 – diesen Filter wegnehmen</translation>
    </message>
</context>
<context>
    <name>segad::ui::ForestCard</name>
    <message>
        <source>Forest kind</source>
        <translation>Art des Waldes</translation>
    </message>
    <message>
        <source>BRF is the method of the paper; RF and BT are its comparisons</source>
        <translation>BRF ist das Verfahren der Veröffentlichung, RF und BT sind die Vergleiche</translation>
    </message>
    <message>
        <source>Fit forest and evaluate</source>
        <translation>Wald anpassen und auswerten</translation>
    </message>
    <message>
        <source>Fit the forest on the labelled parts, score the test parts and store the ROC</source>
        <translation>Den Wald an die gelabelten Teile anpassen, die Testteile bewerten und die ROC speichern</translation>
    </message>
    <message>
        <source>BRF — boosted random forest</source>
        <translation>BRF – verstärkter Zufallswald</translation>
    </message>
    <message>
        <source>RF — random forest</source>
        <translation>RF – Zufallswald</translation>
    </message>
    <message>
        <source>BT — boosted trees</source>
        <translation>BT – verstärkte Bäume</translation>
    </message>
    <message>
        <source>as the dataset says</source>
        <translation>wie der Datensatz sagt</translation>
    </message>
    <message>
        <source>Bad parts the forest may learn from; the others are tested. Without a choice: the bad parts of the training set, else ten</source>
        <translation>Schlechte Teile, aus denen der Wald lernen darf; die anderen werden getestet. Ohne Angabe: die schlechten Teile der Trainingsmenge, sonst zehn</translation>
    </message>
    <message>
        <source>Bad parts for the forest</source>
        <translation>Schlechte Teile für den Wald</translation>
    </message>
    <message>
        <source>Draws the bad parts and seeds the trees; 333 is the first of the paper&apos;s ten</source>
        <translation>Zieht die schlechten Teile und ist Startwert der Bäume; 333 ist der erste der zehn aus der Veröffentlichung</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Detectors the forest uses</source>
        <translation>Detektoren, die der Wald nutzt</translation>
    </message>
    <message>
        <source>Detectors whose maps the forest uses</source>
        <translation>Detektoren, deren Karten der Wald nutzt</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Bad parts</source>
        <translation>Schlechte Teile</translation>
    </message>
    <message numerus="yes">
        <source>%n bad part(s) labelled.</source>
        <translation>
            <numerusform>%n schlechtes Teil gelabelt.</numerusform>
            <numerusform>%n schlechte Teile gelabelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Train a detector first.</source>
        <translation>Zuerst einen Detektor trainieren.</translation>
    </message>
    <message>
        <source>Label at least two parts bad: some to learn from, some to test.</source>
        <translation>Mindestens zwei Teile als schlecht labeln: zum Lernen und zum Testen.</translation>
    </message>
    <message>
        <source> No segment maps: the whole picture counts as one segment.</source>
        <translation> Keine Segmentkarten: Das ganze Bild zählt als ein Segment.</translation>
    </message>
    <message>
        <source>Forest %1</source>
        <translation>Wald %1</translation>
    </message>
    <message>
        <source>Fitting the forest</source>
        <translation>Wald wird angepasst</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung läuft</translation>
    </message>
    <message>
        <source>A forest learns from labelled bad parts how much of an anomaly counts, in which segment and by which detector. Its score takes the place of a detector&apos;s own.</source>
        <translation>Ein Wald lernt aus gelabelten schlechten Teilen, wie sehr eine Anomalie zählt, in welchem Segment und nach welchem Detektor. Sein Score tritt an die Stelle dessen eines Detektors.</translation>
    </message>
    <message>
        <source>labelled and generated</source>
        <translation>gelabelte und erzeugte</translation>
    </message>
    <message>
        <source>labelled only</source>
        <translation>nur gelabelte</translation>
    </message>
    <message>
        <source>generated only (one-class SegAD)</source>
        <translation>nur erzeugte (Ein-Klassen-SegAD)</translation>
    </message>
    <message>
        <source>Bad parts to learn from</source>
        <translation>Schlechte Teile zum Lernen</translation>
    </message>
    <message>
        <source>Labelled ones are photographed; generated ones are made from good parts in the Defects workspace</source>
        <translation>Gelabelte sind fotografiert; erzeugte entstehen aus guten Teilen im Arbeitsbereich Fehler</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Lernen aus</translation>
    </message>
    <message numerus="yes">
        <source>%n generated part(s) kept.</source>
        <translation>
            <numerusform>%n erzeugtes Teil behalten.</numerusform>
            <numerusform>%n erzeugte Teile behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of labelled test parts none is taken unless you give a number.</source>
        <translation>Von gelabelten Testteilen wird keines genommen, wenn Sie keine Anzahl angeben.</translation>
    </message>
    <message>
        <source>Defects of the paper&apos;s three kinds are generated first.</source>
        <translation>Zuerst werden Fehler der drei Arten der Veröffentlichung erzeugt.</translation>
    </message>
    <message>
        <source>Areas of segments too</source>
        <translation>Auch Flächen der Segmente</translation>
    </message>
    <message>
        <source>How much of the picture each segment covers becomes a feature: a missing piece shows in it. The paper has no such features</source>
        <translation>Wie viel des Bildes jedes Segment bedeckt, wird ein Merkmal: Ein fehlendes Stück zeigt sich darin. Der Artikel hat keine solchen Merkmale</translation>
    </message>
</context>
<context>
    <name>segad::ui::Gallery</name>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Select all shown</source>
        <translation>Alle gezeigten wählen</translation>
    </message>
    <message>
        <source>Select every part that the filters show</source>
        <translation>Jedes Teil wählen, das die Filter zeigen</translation>
    </message>
    <message>
        <source>Invert selection</source>
        <translation>Auswahl umkehren</translation>
    </message>
    <message>
        <source>Select the shown parts that are not selected</source>
        <translation>Die gezeigten Teile wählen, die nicht gewählt sind</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Type to filter the gallery</source>
        <translation>Tippen, um die Galerie zu filtern</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Größere Vorschaubilder</translation>
    </message>
    <message>
        <source>Fewer and larger thumbnails</source>
        <translation>Weniger und größere Vorschaubilder</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Kleinere Vorschaubilder</translation>
    </message>
    <message>
        <source>More and smaller thumbnails</source>
        <translation>Mehr und kleinere Vorschaubilder</translation>
    </message>
    <message>
        <source>Select this group</source>
        <translation>Diese Gruppe wählen</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Alle Gruppen zuklappen</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Alle Gruppen aufklappen</translation>
    </message>
</context>
<context>
    <name>segad::ui::GalleryDelegate</name>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>file missing</source>
        <translation>Datei fehlt</translation>
    </message>
</context>
<context>
    <name>segad::ui::GenerateCard</name>
    <message>
        <source>Draws the defects: the same seed gives the same ones</source>
        <translation>Zieht die Fehler: derselbe Startwert gibt dieselben</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Unit of sizes</source>
        <translation>Einheit der Größen</translation>
    </message>
    <message>
        <source>What sizes are given in</source>
        <translation>Worin Größen angegeben werden</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a folder of pictures to take textures from</source>
        <translation>Einen Ordner mit Bildern wählen, aus denen Texturen stammen</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Make the generated parts in a background job; those of an earlier time are replaced</source>
        <translation>Die erzeugten Teile in einem Hintergrundauftrag anlegen; frühere werden ersetzt</translation>
    </message>
    <message>
        <source>One-class forest</source>
        <translation>Ein-Klassen-Wald</translation>
    </message>
    <message>
        <source>Score the generated parts, fit the forest on them and on the good parts that calibrate, and evaluate on photographed parts: no bad part is needed to learn from</source>
        <translation>Die erzeugten Teile bewerten, den Wald mit ihnen und den guten Kalibrierteilen anpassen und an fotografierten Teilen auswerten: zum Lernen wird kein schlechtes Teil gebraucht</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show only generated parts in the gallery</source>
        <translation>Nur erzeugte Teile in der Galerie zeigen</translation>
    </message>
    <message>
        <source>Draw this one again</source>
        <translation>Dieses neu ziehen</translation>
    </message>
    <message>
        <source>Another draw of the same kind in the place of the generated part that is shown</source>
        <translation>Eine andere Ziehung derselben Art anstelle des gezeigten erzeugten Teils</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The selected generated parts no longer serve a forest; undo brings them back</source>
        <translation>Die gewählten erzeugten Teile dienen keinem Wald mehr; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The selected generated parts serve a forest again</source>
        <translation>Die gewählten erzeugten Teile dienen wieder einem Wald</translation>
    </message>
    <message>
        <source>Generated parts for each good part that calibrates</source>
        <translation>Erzeugte Teile je gutem Kalibrierteil</translation>
    </message>
    <message>
        <source>Segments that get defects</source>
        <translation>Segmente, die Fehler bekommen</translation>
    </message>
    <message>
        <source> px/mm</source>
        <translation> px/mm</translation>
    </message>
    <message>
        <source>How many pixels a millimetre has in the pictures</source>
        <translation>Wie viele Pixel ein Millimeter in den Bildern hat</translation>
    </message>
    <message>
        <source>Pixels per millimetre</source>
        <translation>Pixel je Millimeter</translation>
    </message>
    <message>
        <source>procedural</source>
        <translation>prozedural</translation>
    </message>
    <message>
        <source>Pictures to take textures from; without a folder they are procedural</source>
        <translation>Bilder, aus denen Texturen stammen; ohne Ordner sind sie prozedural</translation>
    </message>
    <message>
        <source>Folder of textures</source>
        <translation>Ordner mit Texturen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Sizes in</source>
        <translation>Größen in</translation>
    </message>
    <message>
        <source>Textures</source>
        <translation>Texturen</translation>
    </message>
    <message numerus="yes">
        <source>= %n generated part(s)</source>
        <translation>
            <numerusform>= %n erzeugtes Teil</numerusform>
            <numerusform>= %n erzeugte Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is generated yet.</source>
        <translation>Noch ist nichts erzeugt.</translation>
    </message>
    <message numerus="yes">
        <source>%n generated part(s) are kept</source>
        <translation>
            <numerusform>%n erzeugtes Teil wird behalten</numerusform>
            <numerusform>%n erzeugte Teile werden behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n dropped</source>
        <translation>
            <numerusform>, %n verworfen</numerusform>
            <numerusform>, %n verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>. They are marked, and never tested.</source>
        <translation>. Sie sind gekennzeichnet und werden nie getestet.</translation>
    </message>
    <message>
        <source>Train a detector before the one-class forest.</source>
        <translation>Vor dem Ein-Klassen-Wald einen Detektor trainieren.</translation>
    </message>
    <message>
        <source>Keep generated parts</source>
        <translation>Erzeugte Teile behalten</translation>
    </message>
    <message>
        <source>Drop generated parts</source>
        <translation>Erzeugte Teile verwerfen</translation>
    </message>
    <message>
        <source>Draw a defect again</source>
        <translation>Einen Fehler neu ziehen</translation>
    </message>
    <message>
        <source>Fitting the forest</source>
        <translation>Wald wird angepasst</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung läuft</translation>
    </message>
    <message>
        <source>Defects on each copy</source>
        <translation>Fehler je Kopie</translation>
    </message>
    <message>
        <source>How many defects of its kind a generated part gets, each number as likely</source>
        <translation>Wie viele Fehler seiner Art ein erzeugtes Teil bekommt, jede Anzahl gleich wahrscheinlich</translation>
    </message>
    <message>
        <source>Copies of each part</source>
        <translation>Kopien je Teil</translation>
    </message>
    <message>
        <source>one</source>
        <translation>einer</translation>
    </message>
    <message>
        <source>one or two</source>
        <translation>einer oder zwei</translation>
    </message>
    <message>
        <source>one to three</source>
        <translation>einer bis drei</translation>
    </message>
    <message>
        <source>all but the background</source>
        <translation>alle außer dem Hintergrund</translation>
    </message>
</context>
<context>
    <name>segad::ui::GoalForm</name>
    <message>
        <source>So that it can be promised</source>
        <translation>So, dass es versprochen werden kann</translation>
    </message>
    <message>
        <source>What share of the parts that are made is bad; off: as many as among the labelled parts, which is rarely so</source>
        <translation>Welcher Anteil der gefertigten Teile schlecht ist; aus: so viele wie unter den gelabelten, was selten stimmt</translation>
    </message>
    <message>
        <source>Cost of a review</source>
        <translation>Kosten eines Nachsehens</translation>
    </message>
    <message>
        <source>Allow fewer errors on these parts, so that the limits hold with 95 % confidence on others, as far as so few parts can say</source>
        <translation>Weniger Fehler auf diesen Teilen zulassen, damit die Grenzen mit 95 % Sicherheit auch für andere gelten, soweit so wenige Teile das sagen können</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>In any currency; the thresholds that cost least are chosen among those that keep the limits</source>
        <translation>In beliebiger Währung; unter den Schwellen, die die Grenzen einhalten, werden die billigsten gewählt</translation>
    </message>
    <message>
        <source>Missed at most</source>
        <translation>Übersehen höchstens</translation>
    </message>
    <message>
        <source>Of the bad parts: those that pass without anybody looking at them</source>
        <translation>Von den schlechten Teilen: die, die durchgehen, ohne dass jemand sie ansieht</translation>
    </message>
    <message>
        <source>Rejected at most</source>
        <translation>Ausschuss höchstens</translation>
    </message>
    <message>
        <source>Of the good parts: those that are rejected without anybody looking at them</source>
        <translation>Von den guten Teilen: die, die Ausschuss werden, ohne dass jemand sie ansieht</translation>
    </message>
    <message>
        <source>Reviewed at most</source>
        <translation>Nachgesehen höchstens</translation>
    </message>
    <message>
        <source>Of all parts: those between the two thresholds, which somebody looks at</source>
        <translation>Von allen Teilen: die zwischen den beiden Schwellen, die jemand ansieht</translation>
    </message>
    <message>
        <source>Bad in production</source>
        <translation>Schlecht in der Fertigung</translation>
    </message>
    <message>
        <source>Cost of a miss</source>
        <translation>Kosten je Übersehen</translation>
    </message>
    <message>
        <source>Cost of a false reject</source>
        <translation>Kosten je falschem Ausschuss</translation>
    </message>
    <message>
        <source>Production and costs</source>
        <translation>Fertigung und Kosten</translation>
    </message>
    <message>
        <source>How many parts are bad in production, and what errors and reviews cost</source>
        <translation>Wie viele Teile in der Fertigung schlecht sind und was Fehler und Nachsehen kosten</translation>
    </message>
</context>
<context>
    <name>segad::ui::HeatOptions</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Lines at the review threshold</source>
        <translation>Linien an der Schwelle zum Nachsehen</translation>
    </message>
    <message>
        <source>Where a detector&apos;s score is not its map&apos;s largest value, the threshold says nothing about pixels: then lines are above all good pixels</source>
        <translation>Wo die Bewertung eines Detektors nicht der größte Wert seiner Karte ist, sagt die Schwelle nichts über Pixel: dann liegen die Linien über allen guten Pixeln</translation>
    </message>
    <message>
        <source>Lines above all good pixels</source>
        <translation>Linien über allen guten Pixeln</translation>
    </message>
    <message>
        <source>At the largest value of the calibration parts</source>
        <translation>Beim größten Wert der Kalibrierteile</translation>
    </message>
    <message>
        <source>Lines at a percentile of good pixels</source>
        <translation>Linien bei einem Perzentil guter Pixel</translation>
    </message>
    <message>
        <source>At a percentile of the calibration parts&apos; pixels, set below</source>
        <translation>Bei einem Perzentil der Pixel der Kalibrierteile, unten eingestellt</translation>
    </message>
    <message>
        <source>Colours of all heatmaps</source>
        <translation>Farben aller Heatmaps</translation>
    </message>
    <message>
        <source>set by hand on the colour bar</source>
        <translation>von Hand an der Farbskala gesetzt</translation>
    </message>
    <message>
        <source>Draw all heatmaps in the colours %1</source>
        <translation>Alle Heatmaps in den Farben %1 zeichnen</translation>
    </message>
</context>
<context>
    <name>segad::ui::HistoryPanel</name>
    <message>
        <source>Stored inspections</source>
        <translation>Gespeicherte Prüfungen</translation>
    </message>
    <message>
        <source>Inspections that were made, the newest first</source>
        <translation>Gemachte Prüfungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Shown parts</source>
        <translation>Gezeigte Teile</translation>
    </message>
    <message>
        <source>Which parts of the inspection are listed</source>
        <translation>Welche Teile der Prüfung aufgelistet werden</translation>
    </message>
    <message>
        <source>Inspected parts</source>
        <translation>Geprüfte Teile</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Write all parts of this inspection as a table</source>
        <translation>Alle Teile dieser Prüfung als Tabelle schreiben</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Write a report of this inspection as a page that needs no other file</source>
        <translation>Einen Bericht über diese Prüfung als Seite schreiben, die keine andere Datei braucht</translation>
    </message>
    <message>
        <source>Results file …</source>
        <translation>Ergebnisdatei …</translation>
    </message>
    <message>
        <source>Look into a results file of a line that has only a package</source>
        <translation>In die Ergebnisdatei einer Linie schauen, die nur ein Paket hat</translation>
    </message>
    <message>
        <source>It is good</source>
        <translation>Es ist gut</translation>
    </message>
    <message>
        <source>Say that the chosen part is good; the next training learns from it</source>
        <translation>Sagen, dass das gewählte Teil gut ist; das nächste Training lernt daraus</translation>
    </message>
    <message>
        <source>It is bad</source>
        <translation>Es ist schlecht</translation>
    </message>
    <message>
        <source>Say that the chosen part is bad; the next training learns from it</source>
        <translation>Sagen, dass das gewählte Teil schlecht ist; das nächste Training lernt daraus</translation>
    </message>
    <message>
        <source>As judged</source>
        <translation>Wie geurteilt</translation>
    </message>
    <message>
        <source>Take back what was said of the chosen part</source>
        <translation>Zurücknehmen, was über das gewählte Teil gesagt wurde</translation>
    </message>
    <message>
        <source>Take into the project</source>
        <translation>Ins Projekt übernehmen</translation>
    </message>
    <message>
        <source>All parts of which something was said become parts of this project, with that label</source>
        <translation>Alle Teile, über die etwas gesagt wurde, werden Teile dieses Projekts, mit diesem Label</translation>
    </message>
    <message>
        <source>all parts</source>
        <translation>alle Teile</translation>
    </message>
    <message>
        <source>said to be good or bad</source>
        <translation>als gut oder schlecht benannt</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n part(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n Teil</numerusform>
            <numerusform>%1 · %2 · %n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspect a folder, or open a results file.</source>
        <translation>Prüfen Sie einen Ordner, oder öffnen Sie eine Ergebnisdatei.</translation>
    </message>
    <message>
        <source>No inspection yet.</source>
        <translation>Noch keine Prüfung.</translation>
    </message>
    <message>
        <source>Choose a part to see its picture</source>
        <translation>Wählen Sie ein Teil, um sein Bild zu sehen</translation>
    </message>
    <message>
        <source>Results file</source>
        <translation>Ergebnisdatei</translation>
    </message>
    <message>
        <source>Results and projects (*%1)</source>
        <translation>Ergebnisse und Projekte (*%1)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Table of the parts</source>
        <translation>Tabelle der Teile</translation>
    </message>
    <message>
        <source>Write report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Write table</source>
        <translation>Tabelle schreiben</translation>
    </message>
    <message>
        <source>Take parts into the project</source>
        <translation>Teile ins Projekt übernehmen</translation>
    </message>
    <message>
        <source>%1 added, %2 labelled, %3 missing</source>
        <translation>%1 dazu, %2 gelabelt, %3 fehlen</translation>
    </message>
    <message>
        <source>%1 pass · %2 review · %3 reject · %4 without a verdict</source>
        <translation>%1 bestanden · %2 prüfen · %3 Ausschuss · %4 ohne Urteil</translation>
    </message>
</context>
<context>
    <name>segad::ui::ImageCanvas</name>
    <message>
        <source>Picture of the part</source>
        <translation>Bild des Teils</translation>
    </message>
    <message>
        <source>Wheel or + and − zoom, drag or Shift with the arrow keys move, F fits</source>
        <translation>Rad oder + und − zoomen, Ziehen oder Umschalt mit den Pfeiltasten verschieben, F passt ein</translation>
    </message>
</context>
<context>
    <name>segad::ui::ImportDialog</name>
    <message>
        <source>Import images</source>
        <translation>Bilder importieren</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>only for datasets of several classes</source>
        <translation>nur für Datensätze mit mehreren Klassen</translation>
    </message>
    <message>
        <source>The class to import, for a folder that holds several (VisA, MVTec AD)</source>
        <translation>Die Klasse, die aus einem Ordner mit mehreren importiert wird (VisA, MVTec AD)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>Ordner wird gelesen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>Importbericht</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Add the parts to the project; the images stay where they are</source>
        <translation>Die Teile dem Projekt hinzufügen; die Bilder bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Reading the folder …</source>
        <translation>Ordner wird gelesen …</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Recognised by itself</source>
        <translation>Selbst erkannt</translation>
    </message>
    <message>
        <source>How the folder is arranged, and what the names of its folders mean</source>
        <translation>Wie der Ordner aufgebaut ist und was die Namen seiner Ordner bedeuten</translation>
    </message>
    <message numerus="yes">
        <source>%n new part(s)</source>
        <translation>
            <numerusform>%n neues Teil</numerusform>
            <numerusform>%n neue Teile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with another picture than before</source>
        <translation>
            <numerusform>%n mit einem anderen Bild als zuvor</numerusform>
            <numerusform>%n mit einem anderen Bild als zuvor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n schon vorhanden</numerusform>
            <numerusform>%n schon vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Layout: %1. %2.</source>
        <translation>Aufbau: %1. %2.</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>segad::ui::Importing</name>
    <message>
        <source>SegAD projects (*%1)</source>
        <translation>SegAD-Projekte (*%1)</translation>
    </message>
    <message>
        <source>Folder with the images</source>
        <translation>Ordner mit den Bildern</translation>
    </message>
    <message>
        <source>Where to keep the project</source>
        <translation>Wo das Projekt liegen soll</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) added</source>
        <translation>
            <numerusform>%n Teil hinzugefügt</numerusform>
            <numerusform>%n Teile hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>Bilder importieren</translation>
    </message>
</context>
<context>
    <name>segad::ui::InfluencePanel</name>
    <message>
        <source>segment %1</source>
        <translation>Segment %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 ms (%2 %)</source>
        <translation>%1 ms (%2 %)</translation>
    </message>
    <message>
        <source>can go</source>
        <translation>entbehrlich</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>can&apos;t tell</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>There is one detector and one segment: nothing to leave out.</source>
        <translation>Es gibt einen Detektor und ein Segment: nichts wegzulassen.</translation>
    </message>
    <message>
        <source>%1 can go: it costs at most %2 points of AUROC, and a part takes %3 ms instead of %4.</source>
        <translation>%1 ist entbehrlich: kostet höchstens %2 Punkte AUROC, und ein Teil braucht %3 ms statt %4.</translation>
    </message>
    <message>
        <source>%1 can go: it costs at most %2 points of AUROC; no time is saved.</source>
        <translation>%1 ist entbehrlich: kostet höchstens %2 Punkte AUROC; Zeit wird nicht gespart.</translation>
    </message>
    <message>
        <source>All are needed.</source>
        <translation>Alle sind nötig.</translation>
    </message>
    <message>
        <source>So few parts can&apos;t tell what can go: label more, bad ones above all.</source>
        <translation>So wenige Teile zeigen nicht, was entbehrlich ist: mehr labeln, vor allem schlechte.</translation>
    </message>
    <message>
        <source>Leave out one by one</source>
        <translation>Einzeln weglassen</translation>
    </message>
    <message>
        <source>Fit forests without each detector and each segment, over the paper&apos;s ten seeds, and compare them</source>
        <translation>Wälder ohne je einen Detektor und je ein Segment anpassen, mit den zehn Startwerten des Papers, und vergleichen</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>AUROC lost</source>
        <translation>AUROC-Verlust</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Time saved</source>
        <translation>Gesparte Zeit</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>What could be left out</source>
        <translation>Was weggelassen werden könnte</translation>
    </message>
    <message>
        <source>Which forest this is, and on which parts</source>
        <translation>Welcher Wald das ist und an welchen Teilen</translation>
    </message>
    <message>
        <source>What may be left out</source>
        <translation>Was weggelassen werden darf</translation>
    </message>
    <message>
        <source>What the forest did without</source>
        <translation>Worauf der Wald verzichtete</translation>
    </message>
    <message>
        <source>Points of AUROC lost against the whole forest; negative: it is better without</source>
        <translation>Verlorene AUROC-Punkte gegenüber dem ganzen Wald; negativ: ohne ist es besser</translation>
    </message>
    <message>
        <source>Of the loss (DeLong, paired, median over the seeds)</source>
        <translation>Des Verlusts (DeLong, gepaart, Median über die Startwerte)</translation>
    </message>
    <message>
        <source>Chance of such a difference between forests that are equally good</source>
        <translation>Wahrscheinlichkeit eines solchen Unterschieds bei gleich guten Wäldern</translation>
    </message>
    <message>
        <source>Measured time of the detector on one part, and its share of all detectors</source>
        <translation>Gemessene Zeit des Detektors für ein Teil und sein Anteil an allen Detektoren</translation>
    </message>
    <message>
        <source>Can go: costs at most 1 point. Needed: leaving it out certainly does harm.</source>
        <translation>Entbehrlich: kostet höchstens 1 Punkt. Nötig: Weglassen schadet sicher.</translation>
    </message>
    <message>
        <source>What moves the score</source>
        <translation>Was den Score bewegt</translation>
    </message>
    <message>
        <source>Fit a forest: then this says which segments and which detectors it leans on.</source>
        <translation>Einen Wald anpassen: Dann steht hier, auf welche Segmente und Detektoren er sich stützt.</translation>
    </message>
    <message>
        <source>%1, run %2, on %3 good and %4 bad parts that it has not learned from: by how much each moves the score, either way. Click one to see the parts it decided.</source>
        <translation>%1, Lauf %2, an %3 guten und %4 schlechten Teilen, von denen er nicht gelernt hat: um wie viel jedes den Score bewegt, in beide Richtungen. Ein Klick zeigt die Teile, bei denen es entschied.</translation>
    </message>
    <message>
        <source>Asking the forest …</source>
        <translation>Der Wald wird gefragt …</translation>
    </message>
    <message>
        <source>Not known yet. Forests are fitted without each detector and each segment, and compared.</source>
        <translation>Noch nicht bekannt. Es werden Wälder ohne je einen Detektor und je ein Segment angepasst und verglichen.</translation>
    </message>
    <message>
        <source>%1 seeds, %2 good and %3 bad test parts; run %4, %5</source>
        <translation>%1 Startwerte, %2 gute und %3 schlechte Testteile; Lauf %4, %5</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 decided no part.</source>
        <translation>%1 entschied bei keinem Teil.</translation>
    </message>
    <message numerus="yes">
        <source>The gallery shows the %n part(s) that did not pass and that %1 raised most.</source>
        <translation>
            <numerusform>Die Galerie zeigt das Teil, das nicht gut war und das %1 am meisten erhöhte.</numerusform>
            <numerusform>Die Galerie zeigt die %n Teile, die nicht gut waren und die %1 am meisten erhöhte.</numerusform>
        </translation>
    </message>
    <message>
        <source>decided by %1</source>
        <translation>entschieden durch %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::InfluenceTable</name>
    <message>
        <source>How much each segment moves the score under each detector</source>
        <translation>Wie sehr jedes Segment unter jedem Detektor den Score bewegt</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Decided no part</source>
        <translation>Entschied bei keinem Teil</translation>
    </message>
    <message numerus="yes">
        <source>Decided %n part(s): click to see them</source>
        <translation>
            <numerusform>Entschied bei %n Teil: Klick zeigt es</numerusform>
            <numerusform>Entschied bei %n Teilen: Klick zeigt sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Moves the score by %1 on average</source>
        <translation>Bewegt den Score im Mittel um %1</translation>
    </message>
    <message>
        <source>Bad parts get %1 more from it than good ones</source>
        <translation>Schlechte Teile bekommen davon %1 mehr als gute</translation>
    </message>
    <message>
        <source>all segments</source>
        <translation>alle Segmente</translation>
    </message>
    <message>
        <source>all detectors</source>
        <translation>alle Detektoren</translation>
    </message>
</context>
<context>
    <name>segad::ui::InspectForm</name>
    <message>
        <source>Folder to inspect</source>
        <translation>Zu prüfender Ordner</translation>
    </message>
    <message>
        <source>All pictures below this folder are inspected; nothing in it is changed unless they are to be moved</source>
        <translation>Alle Bilder unter diesem Ordner werden geprüft; darin wird nichts verändert, außer sie sollen verschoben werden</translation>
    </message>
    <message>
        <source>Package to judge with</source>
        <translation>Paket, mit dem geurteilt wird</translation>
    </message>
    <message>
        <source>A package (.segad-model) made of a project; empty: this project</source>
        <translation>Ein Paket (.segad-model) aus einem Projekt; leer: dieses Projekt</translation>
    </message>
    <message>
        <source>A package (.segad-model) that the engineer has made</source>
        <translation>Ein Paket (.segad-model), das der Ingenieur gemacht hat</translation>
    </message>
    <message>
        <source>Watch the folder</source>
        <translation>Ordner beobachten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Pictures afterwards</source>
        <translation>Bilder danach</translation>
    </message>
    <message>
        <source>Whether a picture is copied or moved into a folder for its verdict</source>
        <translation>Ob ein Bild in einen Ordner für sein Urteil kopiert oder verschoben wird</translation>
    </message>
    <message>
        <source>Folder for the verdicts</source>
        <translation>Ordner für die Urteile</translation>
    </message>
    <message>
        <source>Gets the folders pass, review, reject and failed</source>
        <translation>Bekommt die Ordner pass, review, reject und failed</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Which verdicts are heard: one high tone for pass, two for review, three low ones for reject</source>
        <translation>Welche Urteile zu hören sind: ein hoher Ton für gut, zwei für nachsehen, drei tiefe für Ausschuss</translation>
    </message>
    <message>
        <source>Folder with new pictures, or drop it here</source>
        <translation>Ordner mit neuen Bildern, oder hierher ziehen</translation>
    </message>
    <message>
        <source>This project as it is now, or drop a package here</source>
        <translation>Dieses Projekt, wie es jetzt ist, oder ein Paket hierher ziehen</translation>
    </message>
    <message>
        <source>Package (.segad-model), or drop it here</source>
        <translation>Paket (.segad-model), oder hierher ziehen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Urteilt</translation>
    </message>
    <message>
        <source>Choose folder …</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose the folder to inspect</source>
        <translation>Den zu prüfenden Ordner wählen</translation>
    </message>
    <message>
        <source>Choose package …</source>
        <translation>Paket wählen …</translation>
    </message>
    <message>
        <source>Choose the package to judge with</source>
        <translation>Das Paket wählen, mit dem geurteilt wird</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder for the verdicts</source>
        <translation>Den Ordner für die Urteile wählen</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Packages (*%1)</source>
        <translation>Pakete (*%1)</translation>
    </message>
    <message>
        <source>Judge new pictures as they come, until you stop it</source>
        <translation>Über neue Bilder urteilen, wie sie kommen, bis Sie es anhalten</translation>
    </message>
    <message>
        <source>Go on with the last inspection of this folder: no part is judged twice</source>
        <translation>Die letzte Prüfung dieses Ordners fortsetzen: über kein Teil wird zweimal geurteilt</translation>
    </message>
    <message>
        <source>&lt;folder&gt;-results.csv for other programs and &lt;folder&gt;-results.html for people</source>
        <translation>&lt;Ordner&gt;-results.csv für andere Programme und &lt;Ordner&gt;-results.html für Menschen</translation>
    </message>
    <message>
        <source>leave the pictures</source>
        <translation>Bilder liegen lassen</translation>
    </message>
    <message>
        <source>copy by verdict to</source>
        <translation>nach Urteil kopieren nach</translation>
    </message>
    <message>
        <source>move by verdict to</source>
        <translation>nach Urteil verschieben nach</translation>
    </message>
    <message>
        <source>no sounds</source>
        <translation>keine Töne</translation>
    </message>
    <message>
        <source>sound for rejects</source>
        <translation>Ton bei Ausschuss</translation>
    </message>
    <message>
        <source>sound for review and reject</source>
        <translation>Ton bei nachsehen und Ausschuss</translation>
    </message>
    <message>
        <source>sound for every verdict</source>
        <translation>Ton bei jedem Urteil</translation>
    </message>
    <message>
        <source>Choose a package</source>
        <translation>Wählen Sie ein Paket</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Wählen Sie einen Ordner</translation>
    </message>
    <message>
        <source>Choose a folder for the verdicts</source>
        <translation>Wählen Sie einen Ordner für die Urteile</translation>
    </message>
</context>
<context>
    <name>segad::ui::InspectPanel</name>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Give every picture of the folder a verdict</source>
        <translation>Jedem Bild des Ordners ein Urteil geben</translation>
    </message>
    <message>
        <source>Nothing to inspect with yet</source>
        <translation>Noch nichts zum Prüfen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Train a detector first; fit a forest for verdicts that know the segments. Then choose a folder with new pictures: each gets a verdict. Or choose a package that was made elsewhere.</source>
        <translation>Trainieren Sie zuerst einen Detektor; passen Sie einen Wald an, dann kennen die Urteile die Segmente. Wählen Sie dann einen Ordner mit neuen Bildern: Jedes bekommt ein Urteil. Oder wählen Sie ein Paket, das anderswo gemacht wurde.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop inspecting; it can be continued, and no part is lost</source>
        <translation>Die Prüfung anhalten; sie kann fortgesetzt werden, und kein Teil geht verloren</translation>
    </message>
    <message>
        <source>Operator mode</source>
        <translation>Bedienmodus</translation>
    </message>
    <message>
        <source>Fill the screen with the line, without menus; a PIN can be set in Settings</source>
        <translation>Die Linie füllt den Bildschirm, ohne Menüs; eine PIN lässt sich in den Einstellungen setzen</translation>
    </message>
    <message>
        <source>What is inspected</source>
        <translation>Was geprüft wird</translation>
    </message>
    <message>
        <source>No part yet</source>
        <translation>Noch kein Teil</translation>
    </message>
    <message>
        <source>Train a detector, or choose a package</source>
        <translation>Trainieren Sie einen Detektor, oder wählen Sie ein Paket</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>What judges …</source>
        <translation>Was urteilt …</translation>
    </message>
    <message>
        <source>Where the package or project comes from, how it was checked here, and what is other than where it was made</source>
        <translation>Woher das Paket oder Projekt stammt, wie es hier geprüft wurde und was anders ist als dort, wo es gemacht wurde</translation>
    </message>
</context>
<context>
    <name>segad::ui::InspectionModel</name>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Said to be</source>
        <translation>Benannt als</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Geurteilt</translation>
    </message>
</context>
<context>
    <name>segad::ui::IntervalPlot</name>
    <message>
        <source>Bars with their intervals</source>
        <translation>Balken mit ihren Intervallen</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1: von</translation>
    </message>
    <message>
        <source>%1: to</source>
        <translation>%1: bis</translation>
    </message>
</context>
<context>
    <name>segad::ui::JobBar</name>
    <message>
        <source>Progress of the running job</source>
        <translation>Fortschritt des laufenden Auftrags</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> after %1</source>
        <translation> nach %1</translation>
    </message>
    <message>
        <source>. %1</source>
        <translation>. %1</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>      ⚠ %1</source>
        <translation>      ⚠ %1</translation>
    </message>
    <message>
        <source>No jobs yet.</source>
        <translation>Noch keine Aufträge.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Let the job go on from where it stands</source>
        <translation>Den Auftrag dort weiterlaufen lassen, wo er steht</translation>
    </message>
    <message>
        <source>Let the job stand still and leave the machine to others</source>
        <translation>Den Auftrag stillstehen lassen und den Rechner anderen überlassen</translation>
    </message>
    <message>
        <source>Stop the running job; the project stays as it was</source>
        <translation>Den laufenden Auftrag anhalten; das Projekt bleibt, wie es war</translation>
    </message>
    <message>
        <source>All jobs and their warnings</source>
        <translation>Alle Aufträge und ihre Warnungen</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Meldung</numerusform>
            <numerusform>%n Meldungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n warning(s), see the messages.</source>
        <translation>
            <numerusform> %n Warnung, siehe Meldungen.</numerusform>
            <numerusform> %n Warnungen, siehe Meldungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>What you did is being written to the project; the window goes on meanwhile</source>
        <translation>Das Getane wird gerade ins Projekt geschrieben; das Fenster bleibt dabei bedienbar</translation>
    </message>
</context>
<context>
    <name>segad::ui::JobQueue</name>
    <message>
        <source>Not enough memory. Close other programs, or choose smaller parameters.</source>
        <translation>Nicht genug Speicher. Andere Programme schließen oder kleinere Parameter wählen.</translation>
    </message>
    <message>
        <source>Internal error: %1. Please report it.</source>
        <translation>Interner Fehler: %1. Bitte melden.</translation>
    </message>
    <message>
        <source>What was finished is kept, nothing is half done.</source>
        <translation>Fertiges bleibt erhalten, nichts ist halb getan.</translation>
    </message>
</context>
<context>
    <name>segad::ui::JobWords</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>pausing …</source>
        <translation>pausiert gleich …</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source> (%1 of %2)</source>
        <translation> (%1 von %2)</translation>
    </message>
</context>
<context>
    <name>segad::ui::JudgeDialog</name>
    <message>
        <source>review from %1, reject from %2</source>
        <translation>prüfen ab %1, Ausschuss ab %2</translation>
    </message>
    <message>
        <source>, set by %1, %2</source>
        <translation>, gesetzt von %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n reference part(s) score here as where it was made</source>
        <translation>
            <numerusform>%n Referenzteil hat hier denselben Score wie dort, wo es gemacht wurde</numerusform>
            <numerusform>%n Referenzteile haben hier dieselben Scores wie dort, wo es gemacht wurde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference part(s) score here with a difference of at most %1 (%2, %3)</source>
        <translation>
            <numerusform>Der Score von %n Referenzteil weicht hier um höchstens %1 ab (%2, %3)</numerusform>
            <numerusform>Die Scores von %n Referenzteilen weichen hier um höchstens %1 ab (%2, %3)</numerusform>
        </translation>
    </message>
    <message>
        <source>What judges</source>
        <translation>Was urteilt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Judges by</source>
        <translation>Urteilt mit</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Loaded in</source>
        <translation>Geladen in</translation>
    </message>
    <message>
        <source>%1, and warmed up in %2</source>
        <translation>%1, und warmgelaufen in %2</translation>
    </message>
    <message>
        <source>Checked here</source>
        <translation>Hier geprüft</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Zu wissen</translation>
    </message>
    <message>
        <source>Reading the package …</source>
        <translation>Das Paket wird gelesen …</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>%1 by %2 on %3, from %4, with SegAD %5</source>
        <translation>%1 von %2 auf %3, aus %4, mit SegAD %5</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gerechnet auf</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n Thread</numerusform>
            <numerusform>%1, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n reference part(s) are scored again whenever it is opened</source>
        <translation>
            <numerusform>%1; %n Referenzteil wird bei jedem Öffnen erneut beurteilt</numerusform>
            <numerusform>%1; %n Referenzteile werden bei jedem Öffnen erneut beurteilt</numerusform>
        </translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Kennung</translation>
    </message>
</context>
<context>
    <name>segad::ui::KeyList</name>
    <message>
        <source>Search by what it does, or by key</source>
        <translation>Nach Wirkung oder Taste suchen</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Tasten suchen</translation>
    </message>
    <message>
        <source>Only keys that have all of these words somewhere</source>
        <translation>Nur Tasten, bei denen alle diese Wörter vorkommen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Bare image, without overlays</source>
        <translation>Bild ohne Überlagerungen</translation>
    </message>
    <message>
        <source>Space (hold)</source>
        <translation>Leertaste (halten)</translation>
    </message>
    <message>
        <source>Zoom at the cursor, pan, fit to window</source>
        <translation>Am Zeiger vergrößern, verschieben, einpassen</translation>
    </message>
    <message>
        <source>Wheel, drag, double click</source>
        <translation>Rad, Ziehen, Doppelklick</translation>
    </message>
</context>
<context>
    <name>segad::ui::KeyMap</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Bare image, without overlays</source>
        <translation>Bild ohne Überlagerungen</translation>
    </message>
    <message>
        <source>Next or previous field</source>
        <translation>Nächstes oder voriges Feld</translation>
    </message>
    <message>
        <source>Close or cancel</source>
        <translation>Schließen oder abbrechen</translation>
    </message>
    <message>
        <source>Press the chosen button</source>
        <translation>Die gewählte Schaltfläche drücken</translation>
    </message>
</context>
<context>
    <name>segad::ui::KeysPage</name>
    <message>
        <source>Set key</source>
        <translation>Taste setzen</translation>
    </message>
    <message>
        <source>Use the key that was pressed for what is chosen</source>
        <translation>Die gedrückte Taste für das Gewählte verwenden</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Take the key away from what is chosen</source>
        <translation>Dem Gewählten die Taste nehmen</translation>
    </message>
    <message>
        <source>Standard key</source>
        <translation>Standardtaste</translation>
    </message>
    <message>
        <source>Give back the key that what is chosen had at first</source>
        <translation>Dem Gewählten die ursprüngliche Taste zurückgeben</translation>
    </message>
    <message>
        <source>All standard keys</source>
        <translation>Alle Standardtasten</translation>
    </message>
    <message>
        <source>Give everything back the key it had at first</source>
        <translation>Allem die ursprüngliche Taste zurückgeben</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Click here, then press the new key</source>
        <translation>Hier klicken, dann die neue Taste drücken</translation>
    </message>
    <message>
        <source>Choose what to do, then press the key for it. The keys of the workspaces are here while a project is open.</source>
        <translation>Etwas wählen, dann die Taste dafür drücken. Die Tasten der Arbeitsbereiche stehen hier, solange ein Projekt offen ist.</translation>
    </message>
    <message>
        <source>%1 always means: %2. Press another key.</source>
        <translation>%1 bedeutet immer: %2. Bitte eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” (%3), which would have no key any more.</source>
        <translation>%1 gehört zu „%2“ (%3), das dann keine Taste mehr hätte.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 ist frei.</translation>
    </message>
</context>
<context>
    <name>segad::ui::KindList</name>
    <message>
        <source>As published</source>
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <source>Kinds of defects</source>
        <translation>Fehlerarten</translation>
    </message>
    <message>
        <source>Ticked kinds are generated; the first three are those of the paper</source>
        <translation>Angekreuzte Arten werden erzeugt; die ersten drei sind die der Veröffentlichung</translation>
    </message>
    <message>
        <source>Put the parameters of this kind back to what they were at first</source>
        <translation>Die Parameter dieser Art auf die anfänglichen zurücksetzen</translation>
    </message>
</context>
<context>
    <name>segad::ui::KindValueTable</name>
    <message>
        <source>Compare kinds</source>
        <translation>Arten vergleichen</translation>
    </message>
    <message>
        <source>Fit forests without each kind and with each alone, and judge them on photographed parts; five forests a figure</source>
        <translation>Wälder ohne jede Art und mit jeder allein anpassen und an fotografierten Teilen beurteilen; fünf Wälder je Zahl</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Without it, AUROC (%)</source>
        <translation>Ohne sie, AUROC (%)</translation>
    </message>
    <message>
        <source>Alone, AUROC (%)</source>
        <translation>Allein, AUROC (%)</translation>
    </message>
    <message>
        <source>Compare kinds of defects</source>
        <translation>Fehlerarten vergleichen</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>%1 by itself</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>On %1 good and %2 bad photographed parts. A kind whose absence lowers the figure of all together is worth generating.</source>
        <translation>An %1 guten und %2 schlechten fotografierten Teilen. Eine Art, deren Fehlen die Zahl aller zusammen senkt, lohnt sich.</translation>
    </message>
    <message>
        <source>Which kinds help</source>
        <translation>Welche Arten helfen</translation>
    </message>
    <message>
        <source>A kind whose absence lowers the figure is worth generating. Photographed good and bad parts are needed to tell.</source>
        <translation>Eine Art, deren Fehlen die Zahl senkt, lohnt sich. Um das zu sagen, braucht es fotografierte gute und schlechte Teile.</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelActions</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write a note about the selected parts</source>
        <translation>Eine Notiz zu den gewählten Teilen schreiben</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Label the selected parts good</source>
        <translation>Die gewählten Teile als gut labeln</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Label the selected parts bad</source>
        <translation>Die gewählten Teile als schlecht labeln</translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>Ohne Label</translation>
    </message>
    <message>
        <source>Take the label off the selected parts</source>
        <translation>Den gewählten Teilen das Label nehmen</translation>
    </message>
    <message>
        <source>Defect type …</source>
        <translation>Fehlerart …</translation>
    </message>
    <message>
        <source>Label the selected parts bad and say what is wrong with them</source>
        <translation>Die gewählten Teile als schlecht labeln und sagen, was ihnen fehlt</translation>
    </message>
    <message>
        <source>Same defect type again</source>
        <translation>Noch einmal dieselbe Fehlerart</translation>
    </message>
    <message>
        <source>Label the selected parts bad with the defect type that was set last</source>
        <translation>Die gewählten Teile als schlecht labeln, mit der zuletzt gesetzten Fehlerart</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Voriges Teil</translation>
    </message>
    <message>
        <source>Go to the previous part</source>
        <translation>Zum vorigen Teil gehen</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Nächstes Teil</translation>
    </message>
    <message>
        <source>Go to the next part</source>
        <translation>Zum nächsten Teil gehen</translation>
    </message>
    <message>
        <source>Next unlabelled part</source>
        <translation>Nächstes Teil ohne Label</translation>
    </message>
    <message>
        <source>Go to the next part without a label</source>
        <translation>Zum nächsten Teil ohne Label gehen</translation>
    </message>
    <message>
        <source>Previous unlabelled part</source>
        <translation>Voriges Teil ohne Label</translation>
    </message>
    <message>
        <source>Go back to the part without a label before this one</source>
        <translation>Zum vorigen Teil ohne Label zurückgehen</translation>
    </message>
    <message>
        <source>Advance after labelling</source>
        <translation>Nach dem Labeln weiter</translation>
    </message>
    <message>
        <source>Go to the next unlabelled part as soon as one is labelled</source>
        <translation>Zum nächsten Teil ohne Label gehen, sobald eines gelabelt ist</translation>
    </message>
    <message>
        <source>Next suggested part</source>
        <translation>Nächstes vorgeschlagenes Teil</translation>
    </message>
    <message>
        <source>Go to the part whose label would teach the forest most; as long as nothing is scored, to the next one without a label</source>
        <translation>Zum Teil, dessen Label den Wald am meisten lehren würde; solange nichts bewertet ist, zum nächsten ohne Label</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelAdvice</name>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Useful %</source>
        <translation>Nutzen %</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Parts to label next</source>
        <translation>Teile, die als Nächstes ein Label brauchen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Doubt %</source>
        <translation>Zweifel %</translation>
    </message>
    <message>
        <source>Labels to look at again</source>
        <translation>Labels, die noch einmal anzusehen sind</translation>
    </message>
    <message>
        <source>How the forest stands with these labels</source>
        <translation>Wie es mit diesen Labels um den Wald steht</translation>
    </message>
    <message>
        <source>Label next</source>
        <translation>Als Nächstes labeln</translation>
    </message>
    <message>
        <source>Labels in doubt</source>
        <translation>Labels im Zweifel</translation>
    </message>
    <message>
        <source>Every scored part is labelled.</source>
        <translation>Jedes bewertete Teil hat ein Label.</translation>
    </message>
    <message>
        <source>No label is in doubt.</source>
        <translation>Kein Label ist im Zweifel.</translation>
    </message>
    <message>
        <source>Reading features …</source>
        <translation>Merkmale werden gelesen …</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelMergeDialog</name>
    <message numerus="yes">
        <source>… and %n more line(s) that can&apos;t be used</source>
        <translation>
            <numerusform>… und %n weitere Zeile, die nicht zu gebrauchen ist</numerusform>
            <numerusform>… und %n weitere Zeilen, die nicht zu gebrauchen sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the labels …</source>
        <translation>Labels werden verglichen …</translation>
    </message>
    <message>
        <source>Take the &amp;table&apos;s</source>
        <translation>Die der &amp;Tabelle nehmen</translation>
    </message>
    <message>
        <source>Keep the &amp;project&apos;s</source>
        <translation>Die des &amp;Projekts behalten</translation>
    </message>
    <message>
        <source>Merge labels of %1</source>
        <translation>Labels aus %1 übernehmen</translation>
    </message>
    <message>
        <source>What the table would change</source>
        <translation>Was die Tabelle ändern würde</translation>
    </message>
    <message>
        <source>In every conflict the table has the last word</source>
        <translation>In jedem Konflikt hat die Tabelle das letzte Wort</translation>
    </message>
    <message>
        <source>In every conflict the project has the last word</source>
        <translation>In jedem Konflikt hat das Projekt das letzte Wort</translation>
    </message>
    <message>
        <source>Change the labels in one step; Ctrl+Z takes it back</source>
        <translation>Die Labels in einem Schritt ändern; Strg+Z nimmt es zurück</translation>
    </message>
    <message>
        <source>Conflicts:</source>
        <translation>Konflikte:</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change %n part(s)</source>
        <translation>
            <numerusform>%n Teil &amp;ändern</numerusform>
            <numerusform>%n Teile &amp;ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) read.</source>
        <translation>
            <numerusform>%n Zeile gelesen.</numerusform>
            <numerusform>%n Zeilen gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project says the same.</source>
        <translation>Das Projekt sagt dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): project and table have both changed the label. Tick those where the table is right.</source>
        <translation>
            <numerusform>%n Konflikt: Projekt und Tabelle haben das Label beide geändert. Ankreuzen, wenn die Tabelle recht hat.</numerusform>
            <numerusform>%n Konflikte: Projekt und Tabelle haben das Label beide geändert. Ankreuzen, wo die Tabelle recht hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table does not say what it started from: every difference counts as an edit.</source>
        <translation>Die Tabelle sagt nicht, wovon sie ausging: Jeder Unterschied gilt als Änderung.</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>Labels übernehmen</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelMergeModel</name>
    <message>
        <source>%1
Conflict: both the project and line %2 of the table have changed it. Tick it to take the table&apos;s word.</source>
        <translation>%1
Konflikt: Das Projekt und Zeile %2 der Tabelle haben es beide geändert. Ankreuzen, um der Tabelle zu folgen.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>In the project</source>
        <translation>Im Projekt</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>In der Tabelle</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Wird zu</translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelTables</name>
    <message>
        <source>&amp;Merge labels …</source>
        <translation>Labels über&amp;nehmen …</translation>
    </message>
    <message>
        <source>Take over labels that were edited in a spreadsheet, after a look at them</source>
        <translation>Labels übernehmen, die in einer Tabellenkalkulation bearbeitet wurden, nach einem Blick darauf</translation>
    </message>
    <message>
        <source>&amp;Export labels …</source>
        <translation>Labels &amp;exportieren …</translation>
    </message>
    <message>
        <source>Write the labels of all parts as a table for a spreadsheet</source>
        <translation>Die Labels aller Teile als Tabelle für eine Tabellenkalkulation schreiben</translation>
    </message>
    <message>
        <source>Table of labels</source>
        <translation>Tabelle mit Labels</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Labels exportieren</translation>
    </message>
</context>
<context>
    <name>segad::ui::LayoutMenu</name>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Anordnung</translation>
    </message>
    <message>
        <source>&amp;Delete layout</source>
        <translation>Anordnung &amp;löschen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>&amp;Save layout …</source>
        <translation>Anordnung &amp;speichern …</translation>
    </message>
    <message>
        <source>Keep how the window is arranged now, under a name</source>
        <translation>Die jetzige Anordnung des Fensters unter einem Namen behalten</translation>
    </message>
    <message>
        <source>La&amp;belling</source>
        <translation>La&amp;beln</translation>
    </message>
    <message>
        <source>Parts, picture and part panel side by side</source>
        <translation>Teile, Bild und Teilbereich nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Comparing</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>The compare grid has all the room beside the parts</source>
        <translation>Das Vergleichsraster hat allen Platz neben den Teilen</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>Cards, queue and runs wide, the picture beside them</source>
        <translation>Karten, Warteschlange und Läufe breit, das Bild daneben</translation>
    </message>
    <message>
        <source>Arrange the window as kept under this name</source>
        <translation>Das Fenster so anordnen, wie unter diesem Namen gespeichert</translation>
    </message>
    <message>
        <source>Save layout</source>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <source>Name of the layout; one of the same name is replaced</source>
        <translation>Name der Anordnung; eine gleichen Namens wird ersetzt</translation>
    </message>
</context>
<context>
    <name>segad::ui::LearningPanel</name>
    <message>
        <source>Bad labels</source>
        <translation>Schlechte Labels</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>Seen types %</source>
        <translation>Gesehene Arten %</translation>
    </message>
    <message>
        <source>Unseen types %</source>
        <translation>Ungesehene Arten %</translation>
    </message>
    <message>
        <source>AUROC against the number of bad labels</source>
        <translation>AUROC gegen die Zahl der schlechten Labels</translation>
    </message>
    <message>
        <source>Compute the curve</source>
        <translation>Kurve berechnen</translation>
    </message>
    <message>
        <source>Fit forests on 1, 2, 3, 5, 10 … bad parts, ten times each, and judge them on the same test parts; nothing but the curve is kept</source>
        <translation>Wälder auf 1, 2, 3, 5, 10 … schlechten Teilen je zehnmal anpassen und an denselben Testteilen beurteilen; behalten wird nur die Kurve</translation>
    </message>
    <message>
        <source>Write the curve as PNG, SVG, PDF or CSV</source>
        <translation>Die Kurve als PNG, SVG, PDF oder CSV schreiben</translation>
    </message>
    <message>
        <source>Whether more labels help</source>
        <translation>Ob mehr Labels helfen</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message numerus="yes">
        <source>With %n bad label(s) the AUROC is %1 %.</source>
        <translation>
            <numerusform>Mit %n schlechten Label ist die AUROC %1 %.</numerusform>
            <numerusform>Mit %n schlechten Labels ist die AUROC %1 %.</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 to %2 bad labels it rose by %3 points: more of them are likely to help.</source>
        <translation>Von %1 auf %2 schlechte Labels stieg sie um %3 Punkte: Mehr davon helfen wahrscheinlich.</translation>
    </message>
    <message>
        <source>From %1 to %2 bad labels it changed by %3 points, less than the seeds differ: more of the same kinds are unlikely to help.</source>
        <translation>Von %1 auf %2 schlechte Labels änderte sie sich um %3 Punkte, weniger als die Startwerte sich unterscheiden: Mehr der gleichen Arten helfen kaum.</translation>
    </message>
    <message>
        <source>Not computed yet. The curve shows how much better the forest gets with each bad part you label, and so whether it is worth while to go on.</source>
        <translation>Noch nicht berechnet. Die Kurve zeigt, wie viel besser der Wald mit jedem schlechten Teil wird, das Sie kennzeichnen, und damit, ob es sich lohnt weiterzumachen.</translation>
    </message>
</context>
<context>
    <name>segad::ui::LearningPlot</name>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <source>Bad parts learned from</source>
        <translation>Gelernte schlechte Teile</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>%1, mean ± deviation</source>
        <translation>%1, Mittel ± Streuung</translation>
    </message>
    <message>
        <source>… on seen defect types</source>
        <translation>… bei gesehenen Fehlerarten</translation>
    </message>
    <message>
        <source>… on unseen defect types</source>
        <translation>… bei ungesehenen Fehlerarten</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>bad parts learned from</source>
        <translation>gelernte schlechte Teile</translation>
    </message>
    <message>
        <source>deviation (%)</source>
        <translation>Streuung (%)</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>Startwerte</translation>
    </message>
    <message>
        <source>all bad parts</source>
        <translation>alle schlechten Teile</translation>
    </message>
    <message>
        <source>seen defect types</source>
        <translation>gesehene Fehlerarten</translation>
    </message>
    <message>
        <source>unseen defect types</source>
        <translation>ungesehene Fehlerarten</translation>
    </message>
</context>
<context>
    <name>segad::ui::LineLive</name>
    <message>
        <source>Inspect %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>%1 passed, %2 to review, %3 rejected, %4 without a verdict</source>
        <translation>%1 bestanden, %2 zu prüfen, %3 Ausschuss, %4 ohne Urteil</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>%1 überwachen</translation>
    </message>
</context>
<context>
    <name>segad::ui::LinePage</name>
    <message>
        <source>Present PIN</source>
        <translation>Jetzige PIN</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>Neue PIN noch einmal</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>PIN setzen</translation>
    </message>
    <message>
        <source>From now on operator mode is left with this PIN only</source>
        <translation>Von jetzt an wird der Bedienmodus nur mit dieser PIN verlassen</translation>
    </message>
    <message>
        <source>Remove PIN</source>
        <translation>PIN entfernen</translation>
    </message>
    <message>
        <source>Operator mode is left without a PIN</source>
        <translation>Der Bedienmodus wird ohne PIN verlassen</translation>
    </message>
    <message>
        <source>Play the sound of this verdict</source>
        <translation>Den Ton dieses Urteils abspielen</translation>
    </message>
    <message>
        <source>PIN of operator mode</source>
        <translation>PIN des Bedienmodus</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Which verdicts are heard is chosen where the inspection is begun.</source>
        <translation>Welche Urteile zu hören sind, wird dort gewählt, wo die Prüfung begonnen wird.</translation>
    </message>
    <message>
        <source>%1 to %2 digits</source>
        <translation>%1 bis %2 Ziffern</translation>
    </message>
    <message>
        <source>A PIN is set: operator mode is left with it only.</source>
        <translation>Eine PIN ist gesetzt: Der Bedienmodus wird nur mit ihr verlassen.</translation>
    </message>
    <message>
        <source>No PIN is set: everybody can leave operator mode.</source>
        <translation>Keine PIN ist gesetzt: Jeder kann den Bedienmodus verlassen.</translation>
    </message>
    <message>
        <source>✕ The present PIN is another one.</source>
        <translation>✕ Die jetzige PIN ist eine andere.</translation>
    </message>
    <message>
        <source>✕ The two new PINs differ.</source>
        <translation>✕ Die beiden neuen PINs sind verschieden.</translation>
    </message>
    <message>
        <source>✕ A PIN has %1 to %2 digits.</source>
        <translation>✕ Eine PIN hat %1 bis %2 Ziffern.</translation>
    </message>
</context>
<context>
    <name>segad::ui::LineView</name>
    <message>
        <source>The inspection has stopped</source>
        <translation>Die Prüfung hat angehalten</translation>
    </message>
    <message>
        <source>The line has changed</source>
        <translation>Die Linie hat sich verändert</translation>
    </message>
    <message>
        <source>It is good</source>
        <translation>Es ist gut</translation>
    </message>
    <message>
        <source>Say that the part that is shown is good; the next training learns from it</source>
        <translation>Sagen, dass das gezeigte Teil gut ist; das nächste Training lernt daraus</translation>
    </message>
    <message>
        <source>It is bad</source>
        <translation>Es ist schlecht</translation>
    </message>
    <message>
        <source>Say that the part that is shown is bad; the next training learns from it</source>
        <translation>Sagen, dass das gezeigte Teil schlecht ist; das nächste Training lernt daraus</translation>
    </message>
    <message>
        <source>As judged</source>
        <translation>Wie geurteilt</translation>
    </message>
    <message>
        <source>Take back what was said of the part that is shown</source>
        <translation>Zurücknehmen, was über das gezeigte Teil gesagt wurde</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Show what is judged now</source>
        <translation>Zeigen, worüber jetzt geurteilt wird</translation>
    </message>
    <message>
        <source>Learn anew what is usual</source>
        <translation>Das Übliche neu lernen</translation>
    </message>
    <message>
        <source>What is judged from now on is what the trend compares with: after new lamps, a new lens or another material, when the parts are good</source>
        <translation>Womit der Verlauf vergleicht, ist das, worüber von jetzt an geurteilt wird: nach neuen Lampen, einem neuen Objektiv oder anderem Material, wenn die Teile gut sind</translation>
    </message>
    <message>
        <source>Older part</source>
        <translation>Älteres Teil</translation>
    </message>
    <message>
        <source>Show the part before</source>
        <translation>Das Teil davor zeigen</translation>
    </message>
    <message>
        <source>Newer part</source>
        <translation>Neueres Teil</translation>
    </message>
    <message>
        <source>Show the part after</source>
        <translation>Das Teil danach zeigen</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>State of the inspection</source>
        <translation>Stand der Prüfung</translation>
    </message>
    <message>
        <source>Loading what judges …</source>
        <translation>Lädt, was urteilt …</translation>
    </message>
    <message>
        <source>Waiting for parts …</source>
        <translation>Wartet auf Teile …</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>loading …</source>
        <translation>lädt …</translation>
    </message>
    <message>
        <source>%1 · not running</source>
        <translation>%1 · läuft nicht</translation>
    </message>
    <message>
        <source>loaded in %1</source>
        <translation>geladen in %1</translation>
    </message>
    <message>
        <source>%1 · %2 · watching</source>
        <translation>%1 · %2 · beobachtet</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 of %4 parts</source>
        <translation>%1 · %2 · %3 von %4 Teilen</translation>
    </message>
    <message>
        <source>The folder is away</source>
        <translation>Der Ordner ist nicht erreichbar</translation>
    </message>
    <message>
        <source>What should be known of what judges</source>
        <translation>Was man über das Urteilende wissen sollte</translation>
    </message>
    <message>
        <source>Waiting for a job to end: %1</source>
        <translation>Wartet auf das Ende eines Auftrags: %1</translation>
    </message>
    <message>
        <source>waiting for a job to end: %1</source>
        <translation>wartet auf das Ende eines Auftrags: %1</translation>
    </message>
    <message>
        <source>%1 · nothing new</source>
        <translation>%1 · nichts Neues</translation>
    </message>
    <message numerus="yes">
        <source>Nothing new: all %n picture(s) were judged before. Without Continue they are judged again.</source>
        <translation>
            <numerusform>Nichts Neues: Das einzige Bild (%n) wurde schon geprüft. Ohne „Fortsetzen“ wird es noch einmal geprüft.</numerusform>
            <numerusform>Nichts Neues: Alle %n Bilder wurden schon geprüft. Ohne „Fortsetzen“ werden sie noch einmal geprüft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::LivePart</name>
    <message>
        <source>%1. Put its segment map where those of the other pictures are, under the name of the picture, and inspect it again; or make the segment maps by a source that needs no files, and fit the forest again.</source>
        <translation>%1. Legen Sie seine Segmentkarte unter dem Namen des Bildes dorthin, wo die der anderen Bilder liegen, und prüfen Sie es erneut; oder lassen Sie die Segmentkarten von einer Quelle machen, die keine Dateien braucht, und passen Sie den Forest neu an.</translation>
    </message>
</context>
<context>
    <name>segad::ui::LossPlot</name>
    <message>
        <source>Loss curve</source>
        <translation>Verlustkurve</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Unexplained (%)</source>
        <translation>Unerklärt (%)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>unexplained of pictures held out</source>
        <translation>unerklärt bei zurückgehaltenen Bildern</translation>
    </message>
    <message>
        <source>The curve appears as soon as something was learned.</source>
        <translation>Die Kurve erscheint, sobald etwas gelernt wurde.</translation>
    </message>
    <message>
        <source>Step %1: loss %2</source>
        <translation>Schritt %1: Verlust %2</translation>
    </message>
    <message>
        <source>; %1 % of pictures held out unexplained</source>
        <translation>; %1 % der zurückgehaltenen Bilder unerklärt</translation>
    </message>
</context>
<context>
    <name>segad::ui::MainWindow</name>
    <message>
        <source>SegAD Studio</source>
        <translation>SegAD Studio</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New project …</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <source>Make a project for a folder of images</source>
        <translation>Ein Projekt für einen Ordner mit Bildern anlegen</translation>
    </message>
    <message>
        <source>&amp;Open project …</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>Eine Projektdatei öffnen</translation>
    </message>
    <message>
        <source>&amp;Import images …</source>
        <translation>Bilder &amp;importieren …</translation>
    </message>
    <message>
        <source>Add a folder of images to this project</source>
        <translation>Diesem Projekt einen Ordner mit Bildern hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>Zurück zur Startseite</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window; everything is saved already</source>
        <translation>Das Fenster schließen; alles ist schon gespeichert</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>A&amp;rbeitsbereich</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>Alle Tasten auf einem Blatt</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Weights and appearance</source>
        <translation>Gewichte und Darstellung</translation>
    </message>
    <message>
        <source>&amp;About SegAD Studio</source>
        <translation>Ü&amp;ber SegAD Studio</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Take back the last label or defect type</source>
        <translation>Das letzte Label oder die letzte Fehlerart zurücknehmen</translation>
    </message>
    <message>
        <source>Set again what was taken back</source>
        <translation>Zurückgenommenes wieder setzen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 — SegAD Studio</source>
        <translation>%1 – SegAD Studio</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>A job is still running. Stop it and quit? The project stays as it was before the job.</source>
        <translation>Ein Auftrag läuft noch. Anhalten und beenden? Das Projekt bleibt, wie es vor dem Auftrag war.</translation>
    </message>
    <message>
        <source>About SegAD Studio</source>
        <translation>Über SegAD Studio</translation>
    </message>
    <message>
        <source>&lt;b&gt;SegAD Studio %1&lt;/b&gt;&lt;p&gt;Finds defective parts from images: anomaly maps, pooled over the segments of a product, judged by a boosted random forest (SegAD, Baitieva et al., CVPR 2024).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. There is no warranty.&lt;/p&gt;</source>
        <translation>&lt;b&gt;SegAD Studio %1&lt;/b&gt;&lt;p&gt;Findet fehlerhafte Teile anhand von Bildern: Anomaliekarten, über die Segmente eines Produkts zusammengefasst, beurteilt von einem verstärkten Zufallswald (SegAD, Baitieva et al., CVPR 2024).&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne Gewähr.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Give the keys to the next panel</source>
        <translation>Die Tastatur dem nächsten Bereich geben</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Give the keys to the panel before</source>
        <translation>Die Tastatur dem vorigen Bereich geben</translation>
    </message>
    <message>
        <source>Inspect &amp;with a package …</source>
        <translation>Mit einem Paket &amp;prüfen …</translation>
    </message>
    <message>
        <source>Judge parts on a line, without a project</source>
        <translation>An einer Linie über Teile urteilen, ohne Projekt</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>&amp;Malen</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Packages (*%1)</source>
        <translation>Pakete (*%1)</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Making %1 …</source>
        <translation>%1 wird angelegt …</translation>
    </message>
</context>
<context>
    <name>segad::ui::MaskActions</name>
    <message>
        <source>&amp;Import masks …</source>
        <translation>Masken &amp;importieren …</translation>
    </message>
    <message>
        <source>Take masks that lie in a folder as the regions of their parts</source>
        <translation>Masken aus einem Ordner als Regionen ihrer Teile übernehmen</translation>
    </message>
    <message>
        <source>&amp;Export masks …</source>
        <translation>Masken &amp;exportieren …</translation>
    </message>
    <message>
        <source>Write the regions of each part as a mask into a folder</source>
        <translation>Die Regionen jedes Teils als Maske in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Folder with the masks</source>
        <translation>Ordner mit den Masken</translation>
    </message>
    <message>
        <source>Folder for the masks</source>
        <translation>Ordner für die Masken</translation>
    </message>
    <message>
        <source>Import masks</source>
        <translation>Masken importieren</translation>
    </message>
    <message numerus="yes">
        <source>Regions of %n part(s) changed</source>
        <translation>
            <numerusform>Regionen von %n Teil geändert</numerusform>
            <numerusform>Regionen von %n Teilen geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Export masks</source>
        <translation>Masken exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) written</source>
        <translation>
            <numerusform>%n Maske geschrieben</numerusform>
            <numerusform>%n Masken geschrieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::MaskImportDialog</name>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>The mask can&apos;t be used</source>
        <translation>Die Maske ist nicht brauchbar</translation>
    </message>
    <message>
        <source>no part</source>
        <translation>kein Teil</translation>
    </message>
    <message>
        <source>No part goes by the name of the mask</source>
        <translation>Kein Teil trägt den Namen der Maske</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>The part has painted regions, which stay</source>
        <translation>Das Teil hat gemalte Regionen, die bleiben</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>The mask is empty: the part&apos;s regions go away</source>
        <translation>Die Maske ist leer: die Regionen des Teils verschwinden</translation>
    </message>
    <message>
        <source>taken in</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>The mask becomes the part&apos;s regions</source>
        <translation>Die Maske wird zu den Regionen des Teils</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>The part has these regions already</source>
        <translation>Das Teil hat diese Regionen schon</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Nothing is painted in the mask</source>
        <translation>In der Maske ist nichts gemalt</translation>
    </message>
    <message>
        <source>Replace painted regions</source>
        <translation>Gemalte Regionen ersetzen</translation>
    </message>
    <message>
        <source>Import masks</source>
        <translation>Masken importieren</translation>
    </message>
    <message>
        <source>Also put masks in the place of regions that somebody painted</source>
        <translation>Masken auch an die Stelle gemalter Regionen setzen</translation>
    </message>
    <message>
        <source>Reading the masks</source>
        <translation>Masken werden gelesen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>What becomes of each mask</source>
        <translation>Was aus jeder Maske wird</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Take the masks in as regions</source>
        <translation>Die Masken als Regionen übernehmen</translation>
    </message>
    <message>
        <source>Reading the masks …</source>
        <translation>Masken werden gelesen …</translation>
    </message>
    <message>
        <source>Read masks</source>
        <translation>Masken lesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s)</source>
        <translation>
            <numerusform>%n Maske</numerusform>
            <numerusform>%n Masken</numerusform>
        </translation>
    </message>
    <message>
        <source>The list shows the first %1.</source>
        <translation>Die Liste zeigt die ersten %1.</translation>
    </message>
</context>
<context>
    <name>segad::ui::MessageLog</name>
    <message>
        <source>%1, %2 times</source>
        <translation>%1, %2-mal</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>⚠ %1</source>
        <translation>⚠ %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Wozu</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>segad::ui::MessagesPanel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen messages as text, or all of them</source>
        <translation>Die gewählten Meldungen als Text kopieren, oder alle</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty the list of messages</source>
        <translation>Die Liste der Meldungen leeren</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>The chosen message</source>
        <translation>Die gewählte Meldung</translation>
    </message>
    <message>
        <source>No messages. What goes wrong is listed here, with what to do.</source>
        <translation>Keine Meldungen. Was schiefgeht, steht hier, mit dem, was zu tun ist.</translation>
    </message>
    <message>
        <source>Choose a message to read all of it.</source>
        <translation>Eine Meldung wählen, um sie ganz zu lesen.</translation>
    </message>
</context>
<context>
    <name>segad::ui::Minimap</name>
    <message>
        <source>The whole picture: click to go there</source>
        <translation>Das ganze Bild: Klick führt dorthin</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>segad::ui::NextStepBar</name>
    <message>
        <source>What comes next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>Zum Training</translation>
    </message>
    <message numerus="yes">
        <source>%n good part(s) to learn from. Train a detector to see heatmaps.</source>
        <translation>
            <numerusform>%n gutes Teil zum Lernen. Einen Detektor trainieren, um Heatmaps zu sehen.</numerusform>
            <numerusform>%n gute Teile zum Lernen. Einen Detektor trainieren, um Heatmaps zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Go where the next step is done</source>
        <translation>Dorthin gehen, wo der nächste Schritt geschieht</translation>
    </message>
    <message>
        <source>Label parts with the keys 1 (good) and 2 (bad), several at once with Shift or Ctrl: a detector learns from good ones.</source>
        <translation>Teile mit den Tasten 1 (gut) und 2 (schlecht) labeln, mit Umschalt oder Strg mehrere auf einmal: ein Detektor lernt aus guten.</translation>
    </message>
    <message numerus="yes">
        <source>%n good part(s) labelled. Twenty or more show what is normal: label on, or try a detector with these.</source>
        <translation>
            <numerusform>%n gutes Teil gelabelt. Zwanzig oder mehr zeigen, was normal ist: weiter labeln oder mit diesem einen Detektor ausprobieren.</numerusform>
            <numerusform>%n gute Teile gelabelt. Zwanzig oder mehr zeigen, was normal ist: weiter labeln oder mit diesen einen Detektor ausprobieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The heatmaps are there. Label at least two bad parts: they show how well good and bad are told apart, and a forest learns from them.</source>
        <translation>Die Heatmaps sind da. Mindestens zwei schlechte Teile labeln: sie zeigen, wie gut sich Gut und Schlecht unterscheiden lassen, und ein Wald lernt aus ihnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n bad part(s) labelled. A forest learns from them which heatmaps to trust, and where.</source>
        <translation>
            <numerusform>%n schlechtes Teil gelabelt. Ein Wald lernt daraus, welchen Heatmaps wo zu trauen ist.</numerusform>
            <numerusform>%n schlechte Teile gelabelt. Ein Wald lernt daraus, welchen Heatmaps wo zu trauen ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The forest is fitted: see how well it tells good and bad apart.</source>
        <translation>Der Wald ist angepasst: ansehen, wie gut er Gut und Schlecht unterscheidet.</translation>
    </message>
    <message>
        <source>Go to the forest</source>
        <translation>Zum Wald</translation>
    </message>
    <message>
        <source>Go to Results</source>
        <translation>Zu den Ergebnissen</translation>
    </message>
    <message>
        <source>Go to the parts</source>
        <translation>Zu den Teilen</translation>
    </message>
</context>
<context>
    <name>segad::ui::NoticeBar</name>
    <message>
        <source>Put this notice away</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>segad::ui::OperatorWindow</name>
    <message>
        <source>Inspection</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Operator mode</source>
        <translation>Bedienmodus</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Back to the window; asks for the PIN</source>
        <translation>Zurück zum Fenster; fragt nach der PIN</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>Zurück zum Fenster</translation>
    </message>
</context>
<context>
    <name>segad::ui::PackageMaker</name>
    <message numerus="yes">
        <source>%1; %n reference part(s) are scored again whenever it is opened</source>
        <translation>
            <numerusform>%1; ein Referenzteil wird bei jedem Öffnen neu bewertet</numerusform>
            <numerusform>%1; %n Referenzteile werden bei jedem Öffnen neu bewertet</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a package …</source>
        <translation>Paket erstellen …</translation>
    </message>
    <message>
        <source>Write all that a line PC needs to inspect parts into one file</source>
        <translation>Alles, was ein Linien-PC zum Prüfen braucht, in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Make a package</source>
        <translation>Paket erstellen</translation>
    </message>
    <message>
        <source>Packages (*%1)</source>
        <translation>Pakete (*%1)</translation>
    </message>
    <message>
        <source>Package %1</source>
        <translation>Paket %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::ParamForm</name>
    <message>
        <source>More parameters</source>
        <translation>Weitere Parameter</translation>
    </message>
    <message>
        <source>Show the parameters that rarely need a change</source>
        <translation>Parameter zeigen, die selten geändert werden müssen</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartHistory</name>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>set again</source>
        <translation>erneut gesetzt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>defect type removed</source>
        <translation>Defektart entfernt</translation>
    </message>
    <message>
        <source>note removed</source>
        <translation>Notiz entfernt</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>regions removed</source>
        <translation>Regionen entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) painted</source>
        <translation>
            <numerusform>%n Region gemalt</numerusform>
            <numerusform>%n Regionen gemalt</numerusform>
        </translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartListModel</name>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>
A defect kind held back from training</source>
        <translation>
Eine vom Training zurückgehaltene Fehlerart</translation>
    </message>
    <message>
        <source>
%1 × %2 px</source>
        <translation>
%1 × %2 px</translation>
    </message>
    <message>
        <source>
score %1</source>
        <translation>
Wert %1</translation>
    </message>
    <message>
        <source>
Generated, not photographed</source>
        <translation>
Erzeugt, nicht fotografiert</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>erzeugt</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n Region</numerusform>
            <numerusform>%n Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit Notiz</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartPanel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Scores of this part</source>
        <translation>Werte dieses Teils</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>History of this part</source>
        <translation>Verlauf dieses Teils</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Label the selected parts %1 (%2)</source>
        <translation>Die gewählten Teile als „%1“ labeln (%2)</translation>
    </message>
    <message>
        <source>defect type</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>What is wrong with the part; setting it labels the part bad</source>
        <translation>Was am Teil falsch ist; die Angabe labelt das Teil als schlecht</translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No part selected.</source>
        <translation>Kein Teil gewählt.</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Anything worth knowing about the part; saved when you leave the field (Ctrl+M)</source>
        <translation>Alles Wissenswerte über das Teil; gespeichert, wenn man das Feld verlässt (Strg+M)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the path of the picture</source>
        <translation>Den Pfad des Bildes kopieren</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>SHA-256 kopieren</translation>
    </message>
    <message>
        <source>Copy the SHA-256 of the picture</source>
        <translation>Den SHA-256 des Bildes kopieren</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder of the picture in the file manager</source>
        <translation>Den Ordner des Bildes im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message numerus="yes">
        <source>Applies to %n selected part(s)</source>
        <translation>
            <numerusform>Gilt für %n gewähltes Teil</numerusform>
            <numerusform>Gilt für %n gewählte Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>several defect types</source>
        <translation>mehrere Fehlerarten</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>several notes</source>
        <translation>mehrere Notizen</translation>
    </message>
    <message>
        <source>%1, a defect kind held back from training</source>
        <translation>%1, eine vom Training zurückgehaltene Fehlerart</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>generated, not photographed</source>
        <translation>erzeugt, nicht fotografiert</translation>
    </message>
    <message>
        <source>photographed</source>
        <translation>fotografiert</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartScorer</name>
    <message>
        <source>Heatmaps</source>
        <translation>Heatmaps</translation>
    </message>
    <message>
        <source>Judge a part that is looked at again, so that its heatmap and the segment that decided can be shown</source>
        <translation>Ein Teil, das noch einmal angesehen wird, erneut beurteilen, damit seine Heatmap und das entscheidende Segment gezeigt werden können</translation>
    </message>
    <message>
        <source>Load %1 for heatmaps</source>
        <translation>%1 für Heatmaps laden</translation>
    </message>
</context>
<context>
    <name>segad::ui::PartStage</name>
    <message>
        <source>Reading the picture again …</source>
        <translation>Liest das Bild noch einmal …</translation>
    </message>
    <message>
        <source>without its heatmap, which is kept of the newest parts only</source>
        <translation>ohne seine Heatmap, die nur von den neuesten Teilen behalten wird</translation>
    </message>
    <message>
        <source>without its heatmap, which is kept of the newest parts only; Heatmaps judges it again</source>
        <translation>ohne seine Heatmap, die nur von den neuesten Teilen behalten wird; „Heatmaps“ beurteilt es erneut</translation>
    </message>
    <message>
        <source>judging it again, for its heatmap …</source>
        <translation>wird für seine Heatmap erneut beurteilt …</translation>
    </message>
    <message>
        <source>no heatmap: %1</source>
        <translation>keine Heatmap: %1</translation>
    </message>
    <message>
        <source>What judges has changed since, or the picture: the score is %1 now and was %2</source>
        <translation>Das Urteilende hat sich seither geändert, oder das Bild: Der Score ist jetzt %1 und war %2</translation>
    </message>
</context>
<context>
    <name>segad::ui::PinDialog</name>
    <message>
        <source>Leave operator mode</source>
        <translation>Bedienmodus verlassen</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>The PIN that is set in Settings ▸ Inspection</source>
        <translation>Die PIN, die unter Einstellungen ▸ Prüfung gesetzt ist</translation>
    </message>
    <message>
        <source>PIN to leave operator mode</source>
        <translation>PIN, um den Bedienmodus zu verlassen</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>Die letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Go on in operator mode</source>
        <translation>Im Bedienmodus weitermachen</translation>
    </message>
    <message>
        <source>✕ That is not the PIN</source>
        <translation>✕ Das ist nicht die PIN</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1.</source>
        <translation>Zu viele falsche PINs. Versuchen Sie es in %1 wieder.</translation>
    </message>
</context>
<context>
    <name>segad::ui::PlotSaving</name>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Table of its numbers (*.csv)</source>
        <translation>Tabelle der Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Export: %1</translation>
    </message>
    <message>
        <source>could not be written</source>
        <translation>konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>Einen Ordner wählen, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Export plot …</source>
        <translation>Diagramm exportieren …</translation>
    </message>
</context>
<context>
    <name>segad::ui::PrecisionDialog</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>bfloat16 is %1 times as quick here.</source>
        <translation>bfloat16 ist hier %1-mal so schnell.</translation>
    </message>
    <message>
        <source>It changes the AUROC by %1 ± %2 points (95 %).</source>
        <translation>Die AUROC ändert sich um %1 ± %2 Punkte (95 %).</translation>
    </message>
    <message>
        <source>Measured on %1 good and %2 bad parts that the detector has not learned from; scores of other parts change alike.</source>
        <translation>Gemessen an %1 guten und %2 schlechten Teilen, aus denen der Detektor nicht gelernt hat; die Werte anderer Teile ändern sich ebenso.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>What the precision changes</source>
        <translation>Was die Genauigkeit ändert</translation>
    </message>
    <message>
        <source>&amp;Train with bfloat16</source>
        <translation>Mit bfloat16 &amp;trainieren</translation>
    </message>
    <message>
        <source>Precision of run %1 — %2</source>
        <translation>Genauigkeit von Lauf %1 — %2</translation>
    </message>
    <message>
        <source>Put the same training with bfloat16 into the queue</source>
        <translation>Dasselbe Training mit bfloat16 in die Warteschlange stellen</translation>
    </message>
    <message>
        <source>Train with bfloat16</source>
        <translation>Mit bfloat16 trainieren</translation>
    </message>
    <message>
        <source>Compare precisions of %1</source>
        <translation>Genauigkeiten von %1 vergleichen</translation>
    </message>
    <message>
        <source>Waits for the jobs before it.</source>
        <translation>Wartet auf die Aufträge davor.</translation>
    </message>
    <message>
        <source>Measuring … %1</source>
        <translation>Misst … %1</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>Scoring a part</source>
        <translation>Bewerten eines Teils</translation>
    </message>
    <message>
        <source>Largest change of a score</source>
        <translation>Größte Änderung eines Werts</translation>
    </message>
    <message>
        <source>%1 deviations of good parts</source>
        <translation>%1 Streuungen guter Teile</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>%1 trainieren</translation>
    </message>
    <message>
        <source>This processor does not multiply it faster: float32 is the better choice.</source>
        <translation>Dieser Prozessor multipliziert es nicht schneller: float32 ist die bessere Wahl.</translation>
    </message>
</context>
<context>
    <name>segad::ui::PrecisionRecallPlot</name>
    <message>
        <source>Precision–recall curve</source>
        <translation>Precision-Recall-Kurve</translation>
    </message>
    <message>
        <source>Recall: bad parts found (%)</source>
        <translation>Recall: gefundene schlechte Teile (%)</translation>
    </message>
    <message>
        <source>Precision: bad among those called bad (%)</source>
        <translation>Precision: schlechte unter den so genannten (%)</translation>
    </message>
    <message>
        <source>%1   AP %2 %</source>
        <translation>%1   AP %2 %</translation>
    </message>
    <message>
        <source>%1: threshold %2 finds %3 % of the bad parts; of the parts it calls bad, %4 % are</source>
        <translation>%1: Schwelle %2 findet %3 % der schlechten Teile; von den Teilen, die sie schlecht nennt, sind es %4 %</translation>
    </message>
    <message>
        <source>Recall (%)</source>
        <translation>Recall (%)</translation>
    </message>
    <message>
        <source>Precision (%)</source>
        <translation>Precision (%)</translation>
    </message>
</context>
<context>
    <name>segad::ui::PresetList</name>
    <message>
        <source>⚠ Not possible yet: %1</source>
        <translation>⚠ Noch nicht möglich: %1</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene Wahl</translation>
    </message>
    <message>
        <source>Choose a detector and its parameters yourself.</source>
        <translation>Detektor und Parameter selbst wählen.</translation>
    </message>
</context>
<context>
    <name>segad::ui::PreviewGrid</name>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>Preview of generated defects</source>
        <translation>Vorschau erzeugter Fehler</translation>
    </message>
</context>
<context>
    <name>segad::ui::PreviewModel</name>
    <message>
        <source>%1 on %2
Press the mouse to see the part without it</source>
        <translation>%1 auf %2
Maustaste drücken, um das Teil ohne ihn zu sehen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Nothing to be seen after 20 draws</source>
        <translation>Nach 20 Ziehungen nichts zu sehen</translation>
    </message>
</context>
<context>
    <name>segad::ui::ProjectSession</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Label „%1“</translation>
    </message>
    <message>
        <source>Defect type %1</source>
        <translation>Fehlerart %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n parts)</source>
        <translation>
            <numerusform>%1 (%n Teil)</numerusform>
            <numerusform>%1 (%n Teile)</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete run %1</source>
        <translation>Lauf %1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>%n Lauf löschen</numerusform>
            <numerusform>%n Läufe löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>die Festplatte ist voll</translation>
    </message>
    <message>
        <source>another program does not let go of the project</source>
        <translation>ein anderes Programm gibt das Projekt nicht frei</translation>
    </message>
    <message>
        <source>the project or its folder is write-protected</source>
        <translation>das Projekt oder sein Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Defect type removed</source>
        <translation>Fehlerart entfernt</translation>
    </message>
    <message>
        <source>Note removed</source>
        <translation>Notiz entfernt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Not possible: %1.</source>
        <translation>Nicht möglich: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) were labelled elsewhere meanwhile and keep that label.</source>
        <translation>
            <numerusform>%n Teil wurde inzwischen anderswo gelabelt und behält dieses Label.</numerusform>
            <numerusform>%n Teile wurden inzwischen anderswo gelabelt und behalten dieses Label.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ProjectView</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Look at parts and label them</source>
        <translation>Teile ansehen und labeln</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Which area of the product is what</source>
        <translation>Welcher Bereich des Produkts was ist</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train detectors and fit the forest</source>
        <translation>Detektoren trainieren und den Wald anpassen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>ROC and figures of stored evaluations</source>
        <translation>ROC und Kennzahlen gespeicherter Auswertungen</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Verdicts for a folder of new parts</source>
        <translation>Urteile für einen Ordner mit neuen Teilen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Parts panel</source>
        <translation>Teileliste</translation>
    </message>
    <message>
        <source>Show or hide the gallery</source>
        <translation>Die Galerie zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Part panel</source>
        <translation>Teil-Ansicht</translation>
    </message>
    <message>
        <source>Show or hide what is known of the part</source>
        <translation>Zeigen oder verbergen, was über das Teil bekannt ist</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Put all panels back to where they were at first</source>
        <translation>Alle Bereiche wieder dorthin setzen, wo sie anfangs waren</translation>
    </message>
    <message>
        <source>No parts yet</source>
        <translation>Noch keine Teile</translation>
    </message>
    <message>
        <source>Import a folder with pictures of your product, or drop it here. What was found is shown before anything is added; your pictures are neither copied nor changed.</source>
        <translation>Einen Ordner mit Bildern des Produkts importieren oder hierher ziehen. Was gefunden wurde, wird gezeigt, bevor etwas aufgenommen wird; die Bilder werden weder kopiert noch verändert.</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Show or hide what went wrong</source>
        <translation>Zeigen oder verbergen, was schiefging</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Generate bad parts from good ones</source>
        <translation>Schlechte Teile aus guten erzeugen</translation>
    </message>
</context>
<context>
    <name>segad::ui::QueuePanel</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Verbleibt</translation>
    </message>
    <message>
        <source>Queue of jobs</source>
        <translation>Warteschlange der Aufträge</translation>
    </message>
    <message>
        <source>Nothing runs and nothing waits. Choose what to train above.</source>
        <translation>Nichts läuft und nichts wartet. Oben wählen, was trainiert werden soll.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Let the running job stand still, and go on later</source>
        <translation>Den laufenden Auftrag stillstehen und später weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the chosen job, or take a waiting one out of the queue</source>
        <translation>Den gewählten Auftrag anhalten oder einen wartenden aus der Schlange nehmen</translation>
    </message>
    <message>
        <source>Sooner</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Move the chosen waiting job up</source>
        <translation>Den gewählten wartenden Auftrag nach oben rücken</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Move the chosen waiting job down</source>
        <translation>Den gewählten wartenden Auftrag nach unten rücken</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1: waits for its turn.</source>
        <translation>%1: wartet, bis es an der Reihe ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source> after %1</source>
        <translation> nach %1</translation>
    </message>
    <message>
        <source>, %1 s per step</source>
        <translation>, %1 s je Schritt</translation>
    </message>
    <message>
        <source>, %1 so far</source>
        <translation>, bisher %1</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, noch %1</translation>
    </message>
    <message>
        <source>Result so far</source>
        <translation>Bisheriges Ergebnis</translation>
    </message>
    <message>
        <source>From the labelled test parts that are scored by now, so it begins when scoring does. While a detector learns there is no such figure: PatchCore learns in a single pass, and the others would have to score every test part anew after each step, which takes as long as learning – and who stops where the test parts look best has learned from them.</source>
        <translation>Aus den gelabelten Testteilen, die schon einen Score haben; es beginnt also mit dem Bewerten. Solange ein Detektor lernt, gibt es diese Zahl nicht: PatchCore lernt in einem Durchgang, und die anderen müssten nach jedem Schritt jedes Testteil neu bewerten, was so lange dauert wie das Lernen – und wer dort aufhört, wo die Testteile am besten aussehen, hat aus ihnen gelernt.</translation>
    </message>
</context>
<context>
    <name>segad::ui::RankingWords</name>
    <message>
        <source>Their rankings can&apos;t be compared: there must be good and bad parts that both have scored and neither has learned from.</source>
        <translation>Ihre Rangfolgen lassen sich nicht vergleichen: Es muss gute und schlechte Teile geben, die beide bewertet haben und aus denen keiner gelernt hat.</translation>
    </message>
    <message>
        <source>On the %1 good and %2 bad parts that neither has learned from</source>
        <translation>Bei den %1 guten und %2 schlechten Teilen, aus denen keiner gelernt hat</translation>
    </message>
    <message>
        <source>%1, both rank equally well.</source>
        <translation>%1 ordnen beide gleich gut.</translation>
    </message>
    <message>
        <source>%1, %2 ranks better, by %3 points of AUROC</source>
        <translation>%1 ordnet %2 besser, um %3 Punkte AUROC</translation>
    </message>
    <message>
        <source> (95 % interval %1 to %2).</source>
        <translation> (95-%-Intervall %1 bis %2).</translation>
    </message>
    <message>
        <source>That is hardly chance (DeLong, p = %1).</source>
        <translation>Das ist kaum Zufall (DeLong, p = %1).</translation>
    </message>
    <message>
        <source>That may well be chance (DeLong, p = %1): label more parts to tell.</source>
        <translation>Das kann gut Zufall sein (DeLong, p = %1): mehr gelabelte Teile zeigen es.</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReadOnlyBar</name>
    <message>
        <source>Read-only project</source>
        <translation>Schreibgeschütztes Projekt</translation>
    </message>
    <message>
        <source>Save a copy as …</source>
        <translation>Kopie speichern unter …</translation>
    </message>
    <message>
        <source>Copy the project with its maps and models to where it can be changed, and open the copy</source>
        <translation>Das Projekt mit seinen Karten und Modellen dorthin kopieren, wo es geändert werden kann, und die Kopie öffnen</translation>
    </message>
    <message>
        <source>Read-only: %1. Look at everything; nothing can be labelled, trained or stored.</source>
        <translation>Nur lesen: %1. Alles lässt sich ansehen; nichts kann gelabelt, trainiert oder gespeichert werden.</translation>
    </message>
    <message>
        <source>Save a copy of the project</source>
        <translation>Kopie des Projekts speichern</translation>
    </message>
    <message>
        <source>Copy the project</source>
        <translation>Projekt kopieren</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReasonWords</name>
    <message numerus="yes">
        <source>higher than in all %n good part(s)</source>
        <translation>
            <numerusform>höher als bei dem einen guten Teil</numerusform>
            <numerusform>höher als bei allen %n guten Teilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lower than in all %n good part(s)</source>
        <translation>
            <numerusform>niedriger als bei dem einen guten Teil</numerusform>
            <numerusform>niedriger als bei allen %n guten Teilen</numerusform>
        </translation>
    </message>
    <message>
        <source>higher than in %1 % of good parts</source>
        <translation>höher als bei %1 % der guten Teile</translation>
    </message>
    <message>
        <source>lower than in %1 % of good parts</source>
        <translation>niedriger als bei %1 % der guten Teile</translation>
    </message>
    <message>
        <source>whole part</source>
        <translation>ganzes Teil</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>skewness</source>
        <translation>Schiefe</translation>
    </message>
    <message>
        <source>kurtosis</source>
        <translation>Wölbung</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>image score</source>
        <translation>Bildscore</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>%1: its area is %2</source>
        <translation>%1: Fläche %2</translation>
    </message>
    <message>
        <source>%1: %3 of %2 is undefined, since all its values there are alike</source>
        <translation>%1: %3 von %2 ist nicht bestimmt, da dort alle Werte gleich sind</translation>
    </message>
    <message>
        <source>%1: %3 of %2 is %4</source>
        <translation>%1: %3 von %2 ist %4</translation>
    </message>
    <message>
        <source>Score %1: %2 before the part is seen, and what follows</source>
        <translation>Score %1: %2, bevor das Teil gesehen wird, und was folgt</translation>
    </message>
    <message>
        <source>By a forest fitted without this part, since it was learned from.</source>
        <translation>Von einem Wald ohne dieses Teil, da von ihm gelernt wurde.</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReasonsCell</name>
    <message>
        <source>Reasons for the score</source>
        <translation>Gründe für den Score</translation>
    </message>
    <message>
        <source>What raised the forest&apos;s score of this part (orange) and what lowered it (blue)</source>
        <translation>Was den Score des Waldes für dieses Teil erhöht (orange) und gesenkt hat (blau)</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReasonsPanel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show what decided</source>
        <translation>Zeigen, was entschied</translation>
    </message>
    <message>
        <source>Outline the segment that decided and show the map of the detector that did, in the picture of every part that does not pass</source>
        <translation>In jedem Teil, das nicht gut ist, das entscheidende Segment umranden und die Karte des entscheidenden Detektors zeigen</translation>
    </message>
    <message>
        <source>Reasons by</source>
        <translation>Gründe nach</translation>
    </message>
    <message>
        <source>What the bars sum</source>
        <translation>Was die Balken zusammenfassen</translation>
    </message>
    <message>
        <source>What raised and what lowered the score</source>
        <translation>Was den Score erhöhte und was ihn senkte</translation>
    </message>
    <message>
        <source>segment and detector</source>
        <translation>Segment und Detektor</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>The reason in words</source>
        <translation>Der Grund in Worten</translation>
    </message>
    <message>
        <source>What raised the score (orange) and what lowered it (blue); click to see where</source>
        <translation>Was den Score erhöhte (orange) und was ihn senkte (blau); Klick zeigt, wo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Asking the forest …</source>
        <translation>Der Wald wird gefragt …</translation>
    </message>
    <message>
        <source>Each of them did less than what is shown.</source>
        <translation>Jedes davon bewirkte weniger als das Gezeigte.</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing about this part moved the score.</source>
        <translation>Nichts an diesem Teil bewegte den Score.</translation>
    </message>
</context>
<context>
    <name>segad::ui::RecentList</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>%1
Enter opens it, P pins it to the top, Del takes it off the list</source>
        <translation>%1
Eingabe öffnet es, P heftet es oben an, Entf nimmt es von der Liste</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>segad::ui::RecentParts</name>
    <message>
        <source>%1 %2, %3, score %4</source>
        <translation>%1 %2, %3, Wert %4</translation>
    </message>
    <message>
        <source>; said to be %1</source>
        <translation>; benannt als %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::RecentStrip</name>
    <message>
        <source>The last parts</source>
        <translation>Die letzten Teile</translation>
    </message>
    <message>
        <source>The newest first; Enter or a click shows one again</source>
        <translation>Das neueste zuerst; Enter oder ein Klick zeigt eines wieder</translation>
    </message>
</context>
<context>
    <name>segad::ui::RecoveryBar</name>
    <message>
        <source>Interrupted training</source>
        <translation>Unterbrochenes Training</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Put the training into the queue again, from its last checkpoint</source>
        <translation>Das Training ab seinem letzten Zwischenstand wieder in die Warteschlange stellen</translation>
    </message>
    <message>
        <source>Training %1 (run %2) was interrupted at step %3 of %4. What it had learned is kept.</source>
        <translation>Das Training von %1 (Lauf %2) wurde bei Schritt %3 von %4 unterbrochen. Das Gelernte ist erhalten.</translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionEditor</name>
    <message>
        <source>Erase polygon</source>
        <translation>Polygon radieren</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Erase ellipse</source>
        <translation>Ellipse radieren</translation>
    </message>
    <message>
        <source>Erase rectangle</source>
        <translation>Rechteck radieren</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Nothing found here</source>
        <translation>Hier nichts gefunden</translation>
    </message>
    <message>
        <source>Erase similar colours</source>
        <translation>Ähnliche Farben radieren</translation>
    </message>
    <message>
        <source>Similar colours</source>
        <translation>Ähnliche Farben</translation>
    </message>
    <message>
        <source>No heatmap to take from: score the part</source>
        <translation>Keine Heatmap vorhanden: Teil bewerten</translation>
    </message>
    <message>
        <source>Erase heat</source>
        <translation>Heiße Stelle radieren</translation>
    </message>
    <message>
        <source>Take from heatmap</source>
        <translation>Aus Heatmap übernehmen</translation>
    </message>
    <message>
        <source>Erase cut-out</source>
        <translation>Freigestelltes radieren</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>Freistellen</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>Krümel entfernen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Wachsen lassen</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Schrumpfen lassen</translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionHint</name>
    <message>
        <source>This part is labelled good, but has a region.</source>
        <translation>Dieses Teil hat das Label gut, aber eine Region.</translation>
    </message>
    <message>
        <source>Mark as bad</source>
        <translation>Als schlecht labeln</translation>
    </message>
    <message>
        <source>Label this part bad (2)</source>
        <translation>Dieses Teil als schlecht labeln (2)</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Keep the label; the region stays</source>
        <translation>Label behalten; die Region bleibt</translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionImportStep</name>
    <message numerus="yes">
        <source>%n part(s) were painted on meanwhile and keep their regions.</source>
        <translation>
            <numerusform>Auf %n Teil wurde inzwischen gemalt; es behält seine Regionen.</numerusform>
            <numerusform>Auf %n Teilen wurde inzwischen gemalt; sie behalten ihre Regionen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionSurface</name>
    <message>
        <source>Erase region</source>
        <translation>Region radieren</translation>
    </message>
    <message>
        <source>Paint region</source>
        <translation>Region malen</translation>
    </message>
    <message numerus="yes">
        <source>%n region(s), %1 px (%2 %)</source>
        <translation>
            <numerusform>%n Region, %1 px (%2 %)</numerusform>
            <numerusform>%n Regionen, %1 px (%2 %)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionToolBar</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Similar colours</source>
        <translation>Ähnliche Farben</translation>
    </message>
    <message>
        <source>Click to take what hangs together and has about the same colour</source>
        <translation>Klicken: nimmt, was zusammenhängt und etwa dieselbe Farbe hat</translation>
    </message>
    <message>
        <source>Take from heatmap</source>
        <translation>Aus Heatmap übernehmen</translation>
    </message>
    <message>
        <source>Click a hot spot to take what the detector sees there</source>
        <translation>Auf eine heiße Stelle klicken: nimmt, was der Detektor dort sieht</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>Freistellen</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>Krümel entfernen</translation>
    </message>
    <message>
        <source>Painting marks bad</source>
        <translation>Malen labelt als schlecht</translation>
    </message>
    <message>
        <source>Painting on a part without a label labels it bad</source>
        <translation>Malen auf einem Teil ohne Label labelt es als schlecht</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Smaller brush, lower tolerance or level (Ctrl+wheel)</source>
        <translation>Kleinerer Pinsel, kleinere Toleranz oder Schwelle (Strg+Mausrad)</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush, higher tolerance or level (Ctrl+wheel)</source>
        <translation>Größerer Pinsel, größere Toleranz oder Schwelle (Strg+Mausrad)</translation>
    </message>
    <message>
        <source>Close polygon</source>
        <translation>Polygon schließen</translation>
    </message>
    <message>
        <source>Join the last corner with the first</source>
        <translation>Verbindet die letzte Ecke mit der ersten</translation>
    </message>
    <message>
        <source>Take back corner</source>
        <translation>Ecke zurücknehmen</translation>
    </message>
    <message>
        <source>Remove the last corner of the polygon</source>
        <translation>Entfernt die letzte Ecke des Polygons</translation>
    </message>
    <message>
        <source>Leave tool</source>
        <translation>Werkzeug weglegen</translation>
    </message>
    <message>
        <source>Drop what is being drawn, then put the tool away</source>
        <translation>Verwirft, was gerade gezeichnet wird, dann das Werkzeug</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Size of the brush in pixels of the image ([ ] or Ctrl+wheel)</source>
        <translation>Größe des Pinsels in Bildpixeln ([ ] oder Strg+Mausrad)</translation>
    </message>
    <message>
        <source>Colour tolerance</source>
        <translation>Farbtoleranz</translation>
    </message>
    <message>
        <source>How far a colour may differ, 0 to 255 ([ ] or Ctrl+wheel)</source>
        <translation>Wie weit eine Farbe abweichen darf, 0 bis 255 ([ ] oder Strg+Mausrad)</translation>
    </message>
    <message>
        <source>Heat level</source>
        <translation>Schwelle der Heatmap</translation>
    </message>
    <message>
        <source>How hot a pixel must be, in % of the way to the clicked value ([ ] or Ctrl+wheel)</source>
        <translation>Wie heiß ein Pixel sein muss, in % des Wegs zum angeklickten Wert ([ ] oder Strg+Mausrad)</translation>
    </message>
    <message>
        <source>Painting tools</source>
        <translation>Malwerkzeuge</translation>
    </message>
    <message>
        <source>Paint; the right button erases, Shift draws a straight line</source>
        <translation>Malen; die rechte Taste radiert, Umschalt zieht eine gerade Linie</translation>
    </message>
    <message>
        <source>Erase what is painted</source>
        <translation>Gemaltes radieren</translation>
    </message>
    <message>
        <source>Click corners or drag around an area; Enter or a double click closes</source>
        <translation>Ecken anklicken oder um eine Fläche ziehen; Eingabe oder Doppelklick schließt</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>Ein Rechteck aufziehen</translation>
    </message>
    <message>
        <source>Drag an ellipse</source>
        <translation>Eine Ellipse aufziehen</translation>
    </message>
    <message>
        <source>Drag a box around something: its edge is found; what is painted inside is certain</source>
        <translation>Einen Rahmen um etwas ziehen: seine Kante wird gefunden; was darin gemalt ist, gehört sicher dazu</translation>
    </message>
    <message>
        <source>Paint what is enclosed by what is painted on this part</source>
        <translation>Malen, was auf diesem Teil vom Gemalten umschlossen ist</translation>
    </message>
    <message>
        <source>Erase pieces of fewer than 30 pixels</source>
        <translation>Stücke mit weniger als 30 Pixeln radieren</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Wachsen lassen</translation>
    </message>
    <message>
        <source>Make what is painted 2 pixels larger on all sides</source>
        <translation>Gemaltes auf allen Seiten um 2 Pixel vergrößern</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Schrumpfen lassen</translation>
    </message>
    <message>
        <source>Make what is painted 2 pixels smaller on all sides</source>
        <translation>Gemaltes auf allen Seiten um 2 Pixel verkleinern</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Erase all that is painted on this part</source>
        <translation>Alles radieren, was auf diesem Teil gemalt ist</translation>
    </message>
    <message>
        <source>What can be done with all that is painted on the part</source>
        <translation>Was mit allem getan werden kann, was auf dem Teil gemalt ist</translation>
    </message>
    <message>
        <source>More for what is painted</source>
        <translation>Mehr für Gemaltes</translation>
    </message>
</context>
<context>
    <name>segad::ui::RelocateBar</name>
    <message>
        <source>Missing images</source>
        <translation>Fehlende Bilder</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Compare the images in this folder with those that were imported, then use it</source>
        <translation>Die Bilder in diesem Ordner mit den importierten vergleichen, dann ihn verwenden</translation>
    </message>
    <message>
        <source>Locate …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Choose the folder that the images have moved to</source>
        <translation>Den Ordner wählen, in den die Bilder verschoben wurden</translation>
    </message>
    <message numerus="yes">
        <source>The %n image(s) of %1 are not there.</source>
        <translation>
            <numerusform>Das %n Bild aus %1 ist nicht da.</numerusform>
            <numerusform>Die %n Bilder aus %1 sind nicht da.</numerusform>
        </translation>
    </message>
    <message>
        <source>They may be in %1.</source>
        <translation>Vielleicht in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more folder(s) are missing.</source>
        <translation>
            <numerusform>%n weiterer Ordner fehlt.</numerusform>
            <numerusform>%n weitere Ordner fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where are the images of %1?</source>
        <translation>Wo sind die Bilder aus %1?</translation>
    </message>
    <message>
        <source>Compare images in %1</source>
        <translation>Bilder in %1 vergleichen</translation>
    </message>
    <message>
        <source>The images are there</source>
        <translation>Die Bilder sind da</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReportPanel</name>
    <message>
        <source>Remarks on these figures</source>
        <translation>Anmerkungen zu diesen Zahlen</translation>
    </message>
</context>
<context>
    <name>segad::ui::ReportWords</name>
    <message>
        <source>Made on %1 over %2 of the paper&apos;s seeds, judged on %3 good and %4 bad parts.</source>
        <translation>Erstellt am %1 über %2 der Startwerte der Veröffentlichung, beurteilt an %3 guten und %4 schlechten Teilen.</translation>
    </message>
    <message>
        <source>⚠ Outdated: labels, detectors or segments have changed since. %1</source>
        <translation>⚠ Veraltet: Labels, Detektoren oder Segmente haben sich seitdem geändert. %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::ResultsPanel</name>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1 · %2 good and %3 bad test parts · stored %4 by run %5</source>
        <translation>%1 · %2 gute und %3 schlechte Testteile · gespeichert %4 von Lauf %5</translation>
    </message>
    <message>
        <source>
AUROC %1 %, 95 % interval %2; average precision %3 %; best F1 %4 %; good parts rejected when 95 % of the bad ones are found: %5 %</source>
        <translation>
AUROC %1 %, 95-%-Intervall %2; mittlere Genauigkeit %3 %; bestes F1 %4 %; gute Teile im Ausschuss, wenn 95 % der schlechten gefunden werden: %5 %</translation>
    </message>
    <message>
        <source>
Pixel AUROC %1 %, AUPRO %2 % (at 256 × 256)</source>
        <translation>
Pixel-AUROC %1 %, AUPRO %2 % (bei 256 × 256)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>AUROC %</source>
        <translation>AUROC %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>AP %</source>
        <translation>AP %</translation>
    </message>
    <message>
        <source>F1 max %</source>
        <translation>F1 max. %</translation>
    </message>
    <message>
        <source>FPR@95TPR %</source>
        <translation>FPR@95TPR %</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>ms/part</source>
        <translation>ms/Teil</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Stored evaluations</source>
        <translation>Gespeicherte Auswertungen</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Compute figures and ROC of every scored detector and of the newest forest</source>
        <translation>Kennzahlen und ROC jedes bewerteten Detektors und des neuesten Waldes berechnen</translation>
    </message>
    <message>
        <source>Export plot …</source>
        <translation>Diagramm exportieren …</translation>
    </message>
    <message>
        <source>Figures of the selected results</source>
        <translation>Kennzahlen der gewählten Ergebnisse</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>Noch keine Ergebnisse</translation>
    </message>
    <message>
        <source>Train a detector and evaluate it: the ROC curve of every stored evaluation appears here, with its AUROC. With a few bad parts labelled, fit a forest and see what it adds.</source>
        <translation>Einen Detektor trainieren und auswerten: Hier erscheint die ROC-Kurve jeder gespeicherten Auswertung mit ihrem AUROC. Sind einige schlechte Teile gelabelt, einen Wald anpassen und sehen, was er bringt.</translation>
    </message>
    <message>
        <source>Live forest: AUROC %1 % on %2 good and %3 bad parts, out of fold</source>
        <translation>Lebender Wald: AUROC %1 % an %2 guten und %3 schlechten Teilen, außerhalb der Faltung</translation>
    </message>
    <message>
        <source> (95 % interval %1–%2)</source>
        <translation> (95-%-Intervall %1–%2)</translation>
    </message>
    <message>
        <source>The live forest</source>
        <translation>Der lebende Wald</translation>
    </message>
    <message>
        <source>What a forest makes of the labels as they stand: fitted anew after each label, every part judged only by forests that have not seen it</source>
        <translation>Was ein Wald aus den Labels macht, wie sie sind: nach jedem Label neu angepasst, jedes Teil nur von Wäldern beurteilt, die es nicht gesehen haben</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Results by question</source>
        <translation>Ergebnisse nach Frage</translation>
    </message>
    <message>
        <source>live forest</source>
        <translation>lebender Wald</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Benchmarks</source>
        <translation>Vergleichsläufe</translation>
    </message>
    <message>
        <source>The paper&apos;s experiments, on datasets of their own</source>
        <translation>Die Versuche des Artikels, auf eigenen Datensätzen</translation>
    </message>
    <message>
        <source>Write a curve as PNG, SVG, PDF or CSV</source>
        <translation>Eine Kurve als PNG, SVG, PDF oder CSV schreiben</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Aufschlüsselung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
</context>
<context>
    <name>segad::ui::Resumption</name>
    <message>
        <source>Train %1</source>
        <translation>%1 trainieren</translation>
    </message>
</context>
<context>
    <name>segad::ui::RocPlot</name>
    <message>
        <source>ROC curve</source>
        <translation>ROC-Kurve</translation>
    </message>
    <message>
        <source>%1   AUROC %2 %</source>
        <translation>%1   AUROC %2 %</translation>
    </message>
    <message>
        <source>%1: threshold %2 finds %3 % of the bad parts and rejects %4 % of the good ones</source>
        <translation>%1: Schwelle %2 findet %3 % der schlechten Teile und verwirft %4 % der guten</translation>
    </message>
    <message>
        <source>Good parts rejected (%)</source>
        <translation>Aussortierte gute Teile (%)</translation>
    </message>
    <message>
        <source>Bad parts found (%)</source>
        <translation>Gefundene schlechte Teile (%)</translation>
    </message>
    <message>
        <source>Rejected (%)</source>
        <translation>Aussortiert (%)</translation>
    </message>
    <message>
        <source>Found (%)</source>
        <translation>Gefunden (%)</translation>
    </message>
</context>
<context>
    <name>segad::ui::RunComparison</name>
    <message>
        <source>Run %1 — %2</source>
        <translation>Lauf %1 — %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 good, %2 bad</source>
        <translation>%1 gute, %2 schlechte</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>The two runs side by side</source>
        <translation>Die beiden Läufe nebeneinander</translation>
    </message>
    <message>
        <source>Compare runs %1 and %2</source>
        <translation>Läufe %1 und %2 vergleichen</translation>
    </message>
    <message>
        <source>≠ %1</source>
        <translation>≠ %1</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>95 % interval (%)</source>
        <translation>95-%-Intervall (%)</translation>
    </message>
    <message>
        <source>Test parts</source>
        <translation>Testteile</translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation>Verlust am Ende</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Scoring a part</source>
        <translation>Bewerten eines Teils</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Basisnetz</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Parts and roles</source>
        <translation>Teile und Rollen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Comparing the rankings …</source>
        <translation>Rangfolgen werden verglichen …</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::RunWords</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Forest %1</source>
        <translation>Wald %1</translation>
    </message>
    <message>
        <source>No part has been scored yet.</source>
        <translation>Noch kein Teil wurde bewertet.</translation>
    </message>
    <message>
        <source>AUROC %1 % on %2 good and %3 bad test parts</source>
        <translation>AUROC %1 % auf %2 guten und %3 schlechten Testteilen</translation>
    </message>
    <message>
        <source>%1, from the scores that are there now. Evaluate in Results to confirm it.</source>
        <translation>%1, aus den Bewertungen, die es jetzt gibt. Unter Ergebnisse auswerten, um sie zu bestätigen.</translation>
    </message>
    <message>
        <source>%1; 95 % interval %2 to %3.</source>
        <translation>%1; 95-%-Intervall %2 bis %3.</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Bad parts to learn from</source>
        <translation>Schlechte Teile zum Lernen</translation>
    </message>
    <message>
        <source>as the dataset says</source>
        <translation>wie der Datensatz sagt</translation>
    </message>
    <message>
        <source>Published list</source>
        <translation>Veröffentlichte Liste</translation>
    </message>
    <message>
        <source>Weight of a bad part</source>
        <translation>Gewicht eines schlechten Teils</translation>
    </message>
    <message>
        <source>generated (one-class)</source>
        <translation>erzeugt (Ein-Klassen)</translation>
    </message>
    <message>
        <source>photographed only</source>
        <translation>nur fotografiert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Bad parts are</source>
        <translation>Schlechte Teile sind</translation>
    </message>
    <message>
        <source>Defects in feature space</source>
        <translation>Fehler im Merkmalsraum</translation>
    </message>
    <message>
        <source>There must be good and bad parts among the scored test parts for an AUROC. Those that were labelled after the training count from the next training or forest on.</source>
        <translation>Für eine AUROC müssen gute und schlechte unter den bewerteten Testteilen sein. Nach dem Training gelabelte zählen ab dem nächsten Training oder Wald.</translation>
    </message>
</context>
<context>
    <name>segad::ui::RunsPanel</name>
    <message>
        <source>Kind of runs</source>
        <translation>Art der Läufe</translation>
    </message>
    <message>
        <source>Which runs the table has</source>
        <translation>Welche Läufe in der Tabelle stehen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>AUROC (%)</source>
        <translation>AUROC (%)</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Changed parameters</source>
        <translation>Geänderte Parameter</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Basisnetz</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Runs of this project</source>
        <translation>Läufe dieses Projekts</translation>
    </message>
    <message>
        <source>Show the heatmaps and scores of this detector run</source>
        <translation>Die Heatmaps und Bewertungen dieses Laufs zeigen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Put the two chosen runs side by side</source>
        <translation>Die beiden gewählten Läufe nebeneinanderstellen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with a training that was stopped, from its last checkpoint</source>
        <translation>Ein angehaltenes Training vom letzten Sicherungspunkt an fortsetzen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the chosen runs with their maps; Ctrl+Z takes it back until the project is closed</source>
        <translation>Die gewählten Läufe mit ihren Karten löschen; Strg+Z macht es rückgängig, bis das Projekt geschlossen wird</translation>
    </message>
    <message>
        <source>Filter by detector, parameter, backbone, outcome …</source>
        <translation>Nach Detektor, Parameter, Basisnetz, Ausgang filtern …</translation>
    </message>
    <message>
        <source>Filter of runs</source>
        <translation>Filter der Läufe</translation>
    </message>
    <message>
        <source>Only runs that have all of these words somewhere</source>
        <translation>Nur Läufe, in denen alle diese Wörter irgendwo vorkommen</translation>
    </message>
    <message>
        <source>Detectors and forests</source>
        <translation>Detektoren und Wälder</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>stopped at step %1 of %2</source>
        <translation>bei Schritt %1 von %2 angehalten</translation>
    </message>
    <message>
        <source>No detector was trained yet.</source>
        <translation>Noch kein Detektor wurde trainiert.</translation>
    </message>
    <message>
        <source>No run has all of these words.</source>
        <translation>Kein Lauf enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>Run %1, %2. %3</source>
        <translation>Lauf %1, %2. %3</translation>
    </message>
    <message>
        <source>Two runs are chosen: Compare shows where they differ.</source>
        <translation>Zwei Läufe sind gewählt: Vergleichen zeigt, worin sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>Choose a run to see its course; choose two (Ctrl+click) to compare them.</source>
        <translation>Einen Lauf wählen, um seinen Verlauf zu sehen; zwei wählen (Strg+Klick), um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Measure what bfloat16 in the backbone would change for this detector run</source>
        <translation>Messen, was bfloat16 im Backbone bei diesem Detektorlauf ändern würde</translation>
    </message>
</context>
<context>
    <name>segad::ui::ScoreFilter</name>
    <message>
        <source>Filter by score</source>
        <translation>Nach Wert filtern</translation>
    </message>
    <message>
        <source>Show only parts whose score in this run is in a range</source>
        <translation>Nur Teile zeigen, deren Wert in diesem Lauf in einem Bereich liegt</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Niedrigster Wert</translation>
    </message>
    <message>
        <source>Show only parts with at least this score</source>
        <translation>Nur Teile mit mindestens diesem Wert zeigen</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Höchster Wert</translation>
    </message>
    <message>
        <source>Show only parts with at most this score</source>
        <translation>Nur Teile mit höchstens diesem Wert zeigen</translation>
    </message>
    <message>
        <source>Scores of the parts that pass the other filters; drag the handles</source>
        <translation>Werte der Teile, die die anderen Filter durchlassen; die Griffe ziehen</translation>
    </message>
    <message>
        <source>any score</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>score of %1</source>
        <translation>Wert von %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::ScorePlots</name>
    <message>
        <source>Histogram of the scores</source>
        <translation>Histogramm der Werte</translation>
    </message>
    <message>
        <source>Click a bar to see its parts in the gallery; drag the lines to set thresholds</source>
        <translation>Einen Balken anklicken, um seine Teile in der Galerie zu sehen; die Linien ziehen, um Schwellen zu setzen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Errors at each threshold</source>
        <translation>Fehler bei jeder Schwelle</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>bad parts missed</source>
        <translation>schlechte übersehen</translation>
    </message>
    <message>
        <source>good parts rejected</source>
        <translation>gute aussortiert</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>What is missed and what is rejected wrongly, were there one threshold; click to see these parts</source>
        <translation>Was übersehen und was zu Unrecht aussortiert würde, gäbe es nur eine Schwelle; ein Klick zeigt diese Teile</translation>
    </message>
    <message>
        <source>score from</source>
        <translation>Wert von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
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
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>bad parts missed (%)</source>
        <translation>übersehene schlechte Teile (%)</translation>
    </message>
    <message>
        <source>good parts rejected (%)</source>
        <translation>aussortierte gute Teile (%)</translation>
    </message>
</context>
<context>
    <name>segad::ui::ScorerNames</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1, map maximum</source>
        <translation>%1, Kartenmaximum</translation>
    </message>
    <message numerus="yes">
        <source>all %n detector(s)</source>
        <translation>
            <numerusform>allen %n Detektor</numerusform>
            <numerusform>allen %n Detektoren</numerusform>
        </translation>
    </message>
    <message>
        <source>all but %1</source>
        <translation>allen außer %1</translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s)</source>
        <translation>
            <numerusform>%n Detektor</numerusform>
            <numerusform>%n Detektoren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentBook</name>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>Segment %1</translation>
    </message>
    <message>
        <source>Add segment</source>
        <translation>Segment hinzufügen</translation>
    </message>
    <message>
        <source>Merge segments</source>
        <translation>Segmente vereinen</translation>
    </message>
    <message>
        <source>Drop segment</source>
        <translation>Segment entfernen</translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentList</name>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Segments of the product</source>
        <translation>Segmente des Produkts</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a segment and name it</source>
        <translation>Ein Segment hinzufügen und benennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give the chosen segment another name</source>
        <translation>Dem gewählten Segment einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Colour …</source>
        <translation>Farbe …</translation>
    </message>
    <message>
        <source>Give the chosen segment another colour</source>
        <translation>Dem gewählten Segment eine andere Farbe geben</translation>
    </message>
    <message>
        <source>Merge into …</source>
        <translation>Vereinen mit …</translation>
    </message>
    <message>
        <source>Make the chosen segment part of another one</source>
        <translation>Das gewählte Segment zum Teil eines anderen machen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen segment: its area becomes background</source>
        <translation>Das gewählte Segment entfernen: seine Fläche wird Hintergrund</translation>
    </message>
    <message>
        <source>Previous segment</source>
        <translation>Voriges Segment</translation>
    </message>
    <message>
        <source>Take the previous segment of the list in hand</source>
        <translation>Das vorige Segment der Liste in die Hand nehmen</translation>
    </message>
    <message>
        <source>Next segment</source>
        <translation>Nächstes Segment</translation>
    </message>
    <message>
        <source>Take the next segment of the list in hand</source>
        <translation>Das nächste Segment der Liste in die Hand nehmen</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>Segment %1</translation>
    </message>
    <message>
        <source>Rename segment</source>
        <translation>Segment umbenennen</translation>
    </message>
    <message>
        <source>Colour of the segment</source>
        <translation>Farbe des Segments</translation>
    </message>
    <message>
        <source>Colour segment</source>
        <translation>Segment färben</translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentReview</name>
    <message>
        <source>No segment map</source>
        <translation>Keine Segmentkarte</translation>
    </message>
    <message>
        <source>%1: seen on no part</source>
        <translation>%1: auf keinem Teil zu sehen</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation>%1: fehlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Segment maps to look at</source>
        <translation>Anzusehende Segmentkarten</translation>
    </message>
    <message>
        <source>Map from file …</source>
        <translation>Karte aus Datei …</translation>
    </message>
    <message>
        <source>Use a map from a file for this part, whatever a source makes of it</source>
        <translation>Für dieses Teil eine Karte aus einer Datei verwenden, was auch immer eine Quelle daraus macht</translation>
    </message>
    <message>
        <source>Leave to the source</source>
        <translation>Der Quelle überlassen</translation>
    </message>
    <message>
        <source>Take back the map that was fixed by hand for this part</source>
        <translation>Die von Hand festgelegte Karte dieses Teils zurücknehmen</translation>
    </message>
    <message>
        <source>Use as template</source>
        <translation>Als Vorlage verwenden</translation>
    </message>
    <message>
        <source>The source “From a template” carries this part&apos;s map to the others</source>
        <translation>Die Quelle „Aus einer Vorlage“ überträgt die Karte dieses Teils auf die anderen</translation>
    </message>
    <message>
        <source>Forget templates</source>
        <translation>Vorlagen vergessen</translation>
    </message>
    <message>
        <source>No part&apos;s map is a template any more</source>
        <translation>Keine Karte eines Teils ist mehr Vorlage</translation>
    </message>
    <message>
        <source>Segment map of this part</source>
        <translation>Segmentkarte dieses Teils</translation>
    </message>
    <message>
        <source>Segment maps (*.png *.npy)</source>
        <translation>Segmentkarten (*.png *.npy)</translation>
    </message>
    <message>
        <source>Leave map to the source</source>
        <translation>Karte der Quelle überlassen</translation>
    </message>
    <message>
        <source>Map from file</source>
        <translation>Karte aus Datei</translation>
    </message>
    <message>
        <source>all parts</source>
        <translation>alle Teile</translation>
    </message>
    <message>
        <source>Doubt %1, over the bound</source>
        <translation>Zweifel %1, über der Grenze</translation>
    </message>
    <message>
        <source>Doubt %1</source>
        <translation>Zweifel %1</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>Nichts fällt auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) fixed by hand.</source>
        <translation>
            <numerusform>%n Karte von Hand festgelegt.</numerusform>
            <numerusform>%n Karten von Hand festgelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s).</source>
        <translation>
            <numerusform>%n Vorlage.</numerusform>
            <numerusform>%n Vorlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of the picture, usually %2 %</source>
        <translation>%1 % des Bildes, üblich %2 %</translation>
    </message>
    <message>
        <source>No segment maps to look at yet.</source>
        <translation>Noch keine Segmentkarten anzusehen.</translation>
    </message>
    <message>
        <source>Nothing stands out; the least certain come first.</source>
        <translation>Nichts fällt auf; die unsichersten stehen oben.</translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) stand out.</source>
        <translation>
            <numerusform>%n Karte fällt auf.</numerusform>
            <numerusform>%n Karten fallen auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Then come the least certain of the others.</source>
        <translation>Dann folgen die unsichersten der übrigen.</translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentSurface</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Strich</translation>
    </message>
    <message>
        <source>In hand: %1</source>
        <translation>In der Hand: %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentsPanel</name>
    <message>
        <source>Segment source</source>
        <translation>Quelle der Segmente</translation>
    </message>
    <message>
        <source>Where the segment maps come from</source>
        <translation>Woher die Segmentkarten kommen</translation>
    </message>
    <message>
        <source>Make segment maps</source>
        <translation>Segmentkarten erzeugen</translation>
    </message>
    <message>
        <source>Segment every part in a background job</source>
        <translation>Jedes Teil in einem Hintergrundauftrag segmentieren</translation>
    </message>
    <message>
        <source>Segments of the product</source>
        <translation>Segmente des Produkts</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>No segment maps yet. Without them the forest sees the whole picture as one segment; the automatic foreground alone often brings several points of AUROC.</source>
        <translation>Noch keine Segmentkarten. Ohne sie sieht der Wald das ganze Bild als ein Segment; schon der automatische Vordergrund bringt oft mehrere AUROC-Punkte.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n part(s) have a segment map. Press S to see them over the picture.</source>
        <translation>
            <numerusform>%1 von %n Teil hat eine Segmentkarte. S zeigt sie über dem Bild.</numerusform>
            <numerusform>%1 von %n Teilen haben eine Segmentkarte. S zeigt sie über dem Bild.</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment maps: %1</source>
        <translation>Segmentkarten: %1</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Show what is learned from the strokes while you paint</source>
        <translation>Beim Malen zeigen, was aus den Strichen gelernt wird</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Hatch where the preview is uncertain</source>
        <translation>Schraffieren, wo die Vorschau unsicher ist</translation>
    </message>
    <message>
        <source>Suggest next part</source>
        <translation>Nächstes Teil vorschlagen</translation>
    </message>
    <message>
        <source>Go to the part that most needs strokes or a template of its own</source>
        <translation>Zum Teil gehen, das Striche oder eine eigene Vorlage am nötigsten hat</translation>
    </message>
    <message>
        <source>Fix by hand</source>
        <translation>Von Hand richten</translation>
    </message>
    <message>
        <source>Paint this part&apos;s map right; it stays so, whatever a source makes of it</source>
        <translation>Die Karte dieses Teils richtig malen; sie bleibt so, was auch immer eine Quelle daraus macht</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>Alle Teile</translation>
    </message>
    <message>
        <source>Segment all parts</source>
        <translation>Alle Teile segmentieren</translation>
    </message>
    <message>
        <source>Paint this part&apos;s map right. It stays as you paint it, whatever the source makes of it later.</source>
        <translation>Die Karte dieses Teils richtig malen. Sie bleibt so, was auch immer die Quelle später daraus macht.</translation>
    </message>
    <message>
        <source>Click a segment and paint a few strokes of it on the picture, then the next one, the background, too. What is learned from them is shown at once.</source>
        <translation>Ein Segment anklicken und mit ein paar Strichen ins Bild malen, dann das nächste, auch den Hintergrund. Was daraus gelernt wird, ist sofort zu sehen.</translation>
    </message>
    <message>
        <source>Click a segment and paint all of it on the picture, then the next one. What stays unpainted is background. The map is carried to the other parts.</source>
        <translation>Ein Segment anklicken und ganz ins Bild malen, dann das nächste. Was ungemalt bleibt, ist Hintergrund. Die Karte wird auf die anderen Teile übertragen.</translation>
    </message>
    <message numerus="yes">
        <source>Strokes on %n part(s).</source>
        <translation>
            <numerusform>Striche auf %n Teil.</numerusform>
            <numerusform>Striche auf %n Teilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s).</source>
        <translation>
            <numerusform>%n Vorlage.</numerusform>
            <numerusform>%n Vorlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the part that needs more …</source>
        <translation>Sucht das Teil, das mehr braucht …</translation>
    </message>
    <message>
        <source>Learning …</source>
        <translation>Lernt …</translation>
    </message>
    <message>
        <source>Learned in %1 s; doubt of this part: %2.</source>
        <translation>In %1 s gelernt; Zweifel an diesem Teil: %2.</translation>
    </message>
    <message>
        <source>Merge segments</source>
        <translation>Segmente vereinen</translation>
    </message>
    <message>
        <source>Drop segment</source>
        <translation>Segment entfernen</translation>
    </message>
    <message>
        <source>Learned in %1 s; fit error of this part: %2.</source>
        <translation>In %1 s gelernt; Passfehler dieses Teils: %2.</translation>
    </message>
</context>
<context>
    <name>segad::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark, or whatever the desktop says</source>
        <translation>Hell oder dunkel, oder wie der Desktop es vorgibt</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Changes at once; nothing needs to be started again</source>
        <translation>Ändert sich sofort; nichts muss neu gestartet werden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Thumbnails on disk</source>
        <translation>Vorschaubilder auf der Festplatte</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>segad::ui::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>segad::ui::StartPage</name>
    <message>
        <source>SegAD Studio</source>
        <translation>SegAD Studio</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <source>Drop a folder of images here to make a project of it, or open one you have. Your images are never copied or changed.</source>
        <translation>Einen Ordner mit Bildern hierher ziehen, um ein Projekt daraus zu machen, oder ein vorhandenes öffnen. Ihre Bilder werden nie kopiert oder verändert.</translation>
    </message>
    <message>
        <source>Unfinished session</source>
        <translation>Unvollendete Sitzung</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Open the project that was open when the program ended</source>
        <translation>Das Projekt öffnen, das beim Ende des Programms offen war</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>SegAD Studio was not closed properly. %1 was open; what you did there is saved.</source>
        <translation>SegAD Studio wurde nicht ordentlich beendet. %1 war offen; was Sie dort getan haben, ist gespeichert.</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
</context>
<context>
    <name>segad::ui::ThresholdLines</name>
    <message>
        <source>review</source>
        <translation>nachsehen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>Ausschuss</translation>
    </message>
</context>
<context>
    <name>segad::ui::ThumbnailField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Room for thumbnails on disk</source>
        <translation>Platz für Vorschaubilder auf der Festplatte</translation>
    </message>
    <message>
        <source>When thumbnails take more, those not seen for longest are deleted</source>
        <translation>Brauchen Vorschaubilder mehr, werden die am längsten nicht gesehenen gelöscht</translation>
    </message>
    <message>
        <source>Delete all thumbnails; they are made again where they are seen</source>
        <translation>Alle Vorschaubilder löschen; wo sie gebraucht werden, entstehen sie neu</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 belegt</translation>
    </message>
</context>
<context>
    <name>segad::ui::Tour</name>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
</context>
<context>
    <name>segad::ui::TrainPanel</name>
    <message>
        <source>Train and score</source>
        <translation>Trainieren und bewerten</translation>
    </message>
    <message>
        <source>What to train</source>
        <translation>Was trainiert wird</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>Wald</translation>
    </message>
    <message>
        <source>Correct the marked parameters.</source>
        <translation>Bitte die markierten Parameter berichtigen.</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>%1 trainieren</translation>
    </message>
    <message>
        <source>Train what is chosen, then score all parts, in a background job</source>
        <translation>Das Gewählte trainieren, dann alle Teile bewerten, als Auftrag im Hintergrund</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Queue and runs</source>
        <translation>Warteschlange und Läufe</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Estimating …</source>
        <translation>Wird geschätzt …</translation>
    </message>
    <message>
        <source>%1 for training and %2 for scoring; %3 of memory, %4 on disk.</source>
        <translation>%1 für das Training und %2 für das Bewerten; %3 Arbeitsspeicher, %4 auf der Platte.</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Schlange</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>%1 good parts to learn from, %2 kept for calibration. </source>
        <translation>%1 gute Teile zum Lernen, %2 zur Kalibrierung zurückgehalten. </translation>
    </message>
</context>
<context>
    <name>segad::ui::TrendPlot</name>
    <message>
        <source>Trend of the scores</source>
        <translation>Verlauf der Werte</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>do not pass</source>
        <translation>nicht gut</translation>
    </message>
    <message>
        <source>average of those that pass</source>
        <translation>Mittel der guten</translation>
    </message>
    <message>
        <source>review from</source>
        <translation>nachsehen ab</translation>
    </message>
    <message>
        <source>reject from</source>
        <translation>Ausschuss ab</translation>
    </message>
</context>
<context>
    <name>segad::ui::TrendWords</name>
    <message>
        <source>learning what is usual: %1 of %2 parts that pass</source>
        <translation>lernt das Übliche: %1 von %2 guten Teilen</translation>
    </message>
    <message>
        <source>normal parts as usual</source>
        <translation>gute Teile wie üblich</translation>
    </message>
    <message>
        <source>normal parts score higher than usual</source>
        <translation>gute Teile haben höhere Werte als üblich</translation>
    </message>
    <message>
        <source>normal parts score lower than usual</source>
        <translation>gute Teile haben niedrigere Werte als üblich</translation>
    </message>
    <message>
        <source>more parts than usual do not pass</source>
        <translation>mehr Teile als üblich sind nicht gut</translation>
    </message>
    <message>
        <source> (average %1, usual %2)</source>
        <translation> (Mittel %1, üblich %2)</translation>
    </message>
    <message>
        <source>Normal parts score higher than usual%1. Something at the line has changed: light, focus, position, dirt on the lens, or the material. Good parts may soon be rejected. Look at lamp, lens and position first; if all is well and the parts are good, tell the engineer, who trains with some of them.</source>
        <translation>Gute Teile haben höhere Werte als üblich%1. An der Linie hat sich etwas verändert: Licht, Schärfe, Lage, Schmutz auf dem Objektiv oder das Material. Bald könnten gute Teile Ausschuss werden. Sehen Sie zuerst nach Lampe, Objektiv und Lage; ist alles in Ordnung und sind die Teile gut, sagen Sie es dem Ingenieur, der mit einigen davon trainiert.</translation>
    </message>
    <message>
        <source>Normal parts score lower than usual%1. Something at the line has changed: light, exposure or focus. Defects may be overlooked. Look at lamp and lens first, and put a part with a known defect through the line.</source>
        <translation>Gute Teile haben niedrigere Werte als üblich%1. An der Linie hat sich etwas verändert: Licht, Belichtung oder Schärfe. Fehler könnten übersehen werden. Sehen Sie zuerst nach Lampe und Objektiv, und schicken Sie ein Teil mit bekanntem Fehler durch die Linie.</translation>
    </message>
    <message>
        <source>More parts than usual do not pass. Either the parts have become worse, or camera or light have changed. Look at the last parts: if good ones are among them, look at lamp, lens and position; if not, find what makes the parts bad.</source>
        <translation>Mehr Teile als üblich sind nicht gut. Entweder sind die Teile schlechter geworden, oder Kamera oder Licht haben sich verändert. Sehen Sie die letzten Teile an: Sind gute darunter, sehen Sie nach Lampe, Objektiv und Lage; sonst stellen Sie ab, was die schlechten Teile macht.</translation>
    </message>
</context>
<context>
    <name>segad::ui::VerdictBoard</name>
    <message>
        <source>Verdict: %1</source>
        <translation>Urteil: %1</translation>
    </message>
    <message>
        <source>looked at again: %1</source>
        <translation>noch einmal angesehen: %1</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>, passes below %1</source>
        <translation>, gut unter %1</translation>
    </message>
    <message>
        <source>, rejected from %1</source>
        <translation>, Ausschuss ab %1</translation>
    </message>
    <message>
        <source>because of: %1</source>
        <translation>wegen: %1</translation>
    </message>
    <message>
        <source>%1 said to be %2</source>
        <translation>%1 benannt als %2</translation>
    </message>
    <message>
        <source>another size than usual</source>
        <translation>andere Größe als sonst</translation>
    </message>
</context>
<context>
    <name>segad::ui::VerdictTables</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ausschuss</translation>
    </message>
    <message>
        <source>Parts by label and verdict</source>
        <translation>Teile nach Label und Urteil</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Share %</source>
        <translation>Anteil %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>What the thresholds do</source>
        <translation>Was die Schwellen bewirken</translation>
    </message>
    <message>
        <source>Click a number to see these parts in the gallery</source>
        <translation>Eine Zahl anklicken, um diese Teile in der Galerie zu sehen</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>bad parts missed</source>
        <translation>schlechte übersehen</translation>
    </message>
    <message>
        <source>good parts rejected</source>
        <translation>gute aussortiert</translation>
    </message>
    <message>
        <source>parts reviewed</source>
        <translation>nachgesehene Teile</translation>
    </message>
    <message>
        <source>cost of a part</source>
        <translation>Kosten je Teil</translation>
    </message>
    <message>
        <source>%1: more than %2 %.</source>
        <translation>%1: mehr als %2 %.</translation>
    </message>
    <message>
        <source>%1: at most %2 %, and that can be promised.</source>
        <translation>%1: höchstens %2 %, und das kann versprochen werden.</translation>
    </message>
    <message>
        <source>%1: at most %2 % here, which is no promise.</source>
        <translation>%1: hier höchstens %2 %, was kein Versprechen ist.</translation>
    </message>
    <message>
        <source>%1: at most %2 % here; a promise takes %3 labelled parts.</source>
        <translation>%1: hier höchstens %2 %; ein Versprechen braucht %3 gelabelte Teile.</translation>
    </message>
    <message>
        <source>Goal %</source>
        <translation>Ziel %</translation>
    </message>
</context>
<context>
    <name>segad::ui::ViewerFooter</name>
    <message>
        <source>Pixels of the screen per pixel of the picture</source>
        <translation>Bildschirmpixel je Bildpixel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>  ·  %1</source>
        <translation>  ·  %1</translation>
    </message>
    <message>
        <source>  ·  value %1</source>
        <translation>  ·  Wert %1</translation>
    </message>
    <message>
        <source> (above all good pixels)</source>
        <translation> (über allen guten Pixeln)</translation>
    </message>
    <message>
        <source> (higher than %1 % of good pixels)</source>
        <translation> (höher als %1 % der guten Pixel)</translation>
    </message>
</context>
<context>
    <name>segad::ui::ViewerLayers</name>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Transparent up to</source>
        <translation>Durchsichtig bis</translation>
    </message>
    <message>
        <source>Heatmap is transparent up to this percentile of good pixels</source>
        <translation>Die Heatmap ist bis zu diesem Perzentil guter Pixel durchsichtig</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Wahre Fehlstelle</translation>
    </message>
    <message>
        <source>Opacity of: %1</source>
        <translation>Deckkraft von: %1</translation>
    </message>
    <message>
        <source>Contour lines</source>
        <translation>Höhenlinien</translation>
    </message>
    <message>
        <source>Lines around what is above a chosen value of the heatmap</source>
        <translation>Linien um alles, was über einem gewählten Wert der Heatmap liegt</translation>
    </message>
    <message>
        <source>Lines at</source>
        <translation>Linien bei</translation>
    </message>
    <message>
        <source>Contour lines at this percentile of good pixels</source>
        <translation>Höhenlinien bei diesem Perzentil guter Pixel</translation>
    </message>
    <message>
        <source>Overview in the corner</source>
        <translation>Übersicht in der Ecke</translation>
    </message>
    <message>
        <source>A small picture of the whole while only a part of it is seen</source>
        <translation>Ein kleines Bild des Ganzen, solange nur ein Teil zu sehen ist</translation>
    </message>
</context>
<context>
    <name>segad::ui::ViewerPanel</name>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Detector whose heatmap is shown (D: next)</source>
        <translation>Detektor, dessen Heatmap gezeigt wird (D: nächster)</translation>
    </message>
    <message>
        <source>Detector shown</source>
        <translation>Gezeigter Detektor</translation>
    </message>
    <message>
        <source>Next detector</source>
        <translation>Nächster Detektor</translation>
    </message>
    <message>
        <source>Show the heatmap of the next detector</source>
        <translation>Die Heatmap des nächsten Detektors zeigen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>no detector yet</source>
        <translation>noch kein Detektor</translation>
    </message>
    <message>
        <source>Import images to begin: drop a folder here.</source>
        <translation>Zum Anfangen Bilder importieren: einen Ordner hierher ziehen.</translation>
    </message>
    <message>
        <source>  ·  %1 × %2 px</source>
        <translation>  ·  %1 × %2 px</translation>
    </message>
    <message>
        <source>Compare grid</source>
        <translation>Vergleichsraster</translation>
    </message>
    <message>
        <source>Export figure …</source>
        <translation>Abbildung exportieren …</translation>
    </message>
    <message>
        <source>Write what is shown as PNG, SVG or PDF for a paper</source>
        <translation>Das Gezeigte als PNG, SVG oder PDF für eine Veröffentlichung schreiben</translation>
    </message>
    <message>
        <source>No map from this detector: score the part</source>
        <translation>Keine Karte von diesem Detektor: Teil bewerten lassen</translation>
    </message>
</context>
<context>
    <name>segad::ui::WeightsPage</name>
    <message>
        <source>whole (a teacher)</source>
        <translation>vollständig (ein Lehrer)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Import weights …</source>
        <translation>Gewichte importieren …</translation>
    </message>
    <message>
        <source>Read a .pth or .safetensors file with weights of a backbone or a teacher; no code in it is ever run</source>
        <translation>Eine .pth- oder .safetensors-Datei mit Gewichten eines Basisnetzes oder Lehrers lesen; darin enthaltener Code wird nie ausgeführt</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>Gewichte importieren</translation>
    </message>
    <message>
        <source>Weights (*.pth *.pt *.safetensors);;All files (*)</source>
        <translation>Gewichte (*.pth *.pt *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Imported as %1.</source>
        <translation>Importiert als %1.</translation>
    </message>
    <message>
        <source>Weights there are</source>
        <translation>Vorhandene Gewichte</translation>
    </message>
    <message>
        <source>Nothing needs to be imported: a compact backbone is part of this program. Others can be added, such as torchvision&apos;s resnet18-f37072fd.pth or wide_resnet50_2-95faca4d.pth, and the teachers EfficientAD imitates, teacher_small.pth and teacher_medium.pth. Files are checked and copied; they are never executed.</source>
        <translation>Es muss nichts importiert werden: Ein kompaktes Basisnetz ist Teil dieses Programms. Andere können hinzukommen, etwa resnet18-f37072fd.pth oder wide_resnet50_2-95faca4d.pth von torchvision, und die Lehrer, die EfficientAD nachahmt, teacher_small.pth und teacher_medium.pth. Dateien werden geprüft und kopiert; ausgeführt werden sie nie.</translation>
    </message>
</context>
<context>
    <name>segad::ui::WindowRemedy</name>
    <message>
        <source>Import it or make it under File ▸ Settings ▸ Weights.</source>
        <translation>Unter Datei ▸ Einstellungen ▸ Gewichte importieren oder erzeugen.</translation>
    </message>
    <message>
        <source>Choose one of them, or import a file under this name under File ▸ Settings ▸ Weights.</source>
        <translation>Eines davon wählen oder unter Datei ▸ Einstellungen ▸ Gewichte eine Datei unter diesem Namen importieren.</translation>
    </message>
    <message>
        <source>Choose a network that has what is needed, such as ResNet-18; import it under File ▸ Settings ▸ Weights.</source>
        <translation>Ein Netz wählen, das das Nötige hat, etwa ResNet-18; es lässt sich unter Datei ▸ Einstellungen ▸ Gewichte importieren.</translation>
    </message>
    <message>
        <source>Import the complete file under File ▸ Settings ▸ Weights.</source>
        <translation>Die vollständige Datei unter Datei ▸ Einstellungen ▸ Gewichte importieren.</translation>
    </message>
    <message>
        <source>Import it under File ▸ Settings ▸ Weights.</source>
        <translation>Unter Datei ▸ Einstellungen ▸ Gewichte importieren.</translation>
    </message>
    <message>
        <source>Choose a teacher; import or make one under File ▸ Settings ▸ Weights.</source>
        <translation>Einen Lehrer wählen; unter Datei ▸ Einstellungen ▸ Gewichte importieren oder erzeugen.</translation>
    </message>
    <message>
        <source>Make it under File ▸ Settings ▸ Weights.</source>
        <translation>Unter Datei ▸ Einstellungen ▸ Gewichte erzeugen.</translation>
    </message>
    <message>
        <source>File ▸ Settings ▸ Weights lists the names there are.</source>
        <translation>Datei ▸ Einstellungen ▸ Gewichte zeigt die vorhandenen Namen.</translation>
    </message>
    <message>
        <source>Check the picture, and import the weights of the backbone again.</source>
        <translation>Das Bild prüfen und die Gewichte des Basisnetzes erneut importieren.</translation>
    </message>
    <message>
        <source>Train a detector first (Ctrl+4), and make segment maps (Ctrl+2).</source>
        <translation>Zuerst einen Detektor trainieren (Strg+4) und Segmentkarten erzeugen (Strg+2).</translation>
    </message>
    <message>
        <source>Train it again with “Further detectors for the forest” (Train ▸ Custom), or choose other detectors.</source>
        <translation>Mit „Weitere Detektoren für den Wald“ (Training ▸ Eigene Wahl) erneut trainieren oder andere Detektoren wählen.</translation>
    </message>
    <message>
        <source>Copy the -models folder to the project again, or train it anew in the workspace Train.</source>
        <translation>Den Ordner -models wieder zum Projekt kopieren oder im Arbeitsbereich Training neu trainieren.</translation>
    </message>
    <message>
        <source>Train it again in the workspace Train.</source>
        <translation>Im Arbeitsbereich Training erneut trainieren.</translation>
    </message>
    <message>
        <source>Train it in the workspace Train.</source>
        <translation>Im Arbeitsbereich Training trainieren.</translation>
    </message>
    <message>
        <source>Train a detector first, in the workspace Train.</source>
        <translation>Zuerst im Arbeitsbereich Training einen Detektor trainieren.</translation>
    </message>
    <message>
        <source>Fit it again: Train ▸ Forest.</source>
        <translation>Neu anpassen: Training ▸ Wald.</translation>
    </message>
    <message>
        <source>Fit a forest first: Train ▸ Forest.</source>
        <translation>Zuerst einen Wald anpassen: Training ▸ Wald.</translation>
    </message>
    <message>
        <source>Make segment maps in the workspace Segments.</source>
        <translation>Im Arbeitsbereich Segmente Segmentkarten erzeugen.</translation>
    </message>
    <message>
        <source>Generate some first, in the workspace Defects.</source>
        <translation>Zuerst im Arbeitsbereich Fehler welche erzeugen.</translation>
    </message>
    <message>
        <source>Import a folder of images first: File ▸ Import images.</source>
        <translation>Zuerst einen Ordner mit Bildern importieren: Datei ▸ Bilder importieren.</translation>
    </message>
    <message>
        <source>Evaluate first, in the workspace Results.</source>
        <translation>Zuerst im Arbeitsbereich Ergebnisse auswerten.</translation>
    </message>
    <message>
        <source>Train ▸ Runs lists those there are.</source>
        <translation>Training ▸ Läufe zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Einen leeren Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>segad::ui::Words</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Label</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>calibrate</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>Wald</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>review</source>
        <translation>nachsehen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>Ausschuss</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>Wald</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation>kein Urteil</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>no segment map</source>
        <translation>keine Segmentkarte</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
</context>
<context>
    <name>segad::ui::WriteGuard</name>
    <message>
        <source>Not possible: %1.</source>
        <translation>Nicht möglich: %1.</translation>
    </message>
</context>
</TS>
