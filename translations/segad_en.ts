<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>segad::ui::AblationPanel</name>
    <message numerus="yes">
        <source>Forests learn from %n bad part(s).</source>
        <translation>
            <numerusform>Forests learn from %n bad part.</numerusform>
            <numerusform>Forests learn from %n bad parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkForm</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n method(s)</source>
        <translation>
            <numerusform>%n method</numerusform>
            <numerusform>%n methods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them there already</source>
        <translation>
            <numerusform>%n of them there already</numerusform>
            <numerusform>%n of them there already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkPanel</name>
    <message numerus="yes">
        <source>%n cell(s) computed</source>
        <translation>
            <numerusform>%n cell computed</numerusform>
            <numerusform>%n cells computed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkParams</name>
    <message numerus="yes">
        <source>Parameters (%n changed)</source>
        <translation>
            <numerusform>Parameters (%n changed)</numerusform>
            <numerusform>Parameters (%n changed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::BenchmarkView</name>
    <message numerus="yes">
        <source>%1 · %2 · %n cell(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n cell</numerusform>
            <numerusform>%1 · %2 · %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::BreakdownPanel</name>
    <message numerus="yes">
        <source>%1, %2: AUROC %3 % (95 % interval %4) on %n bad part(s)</source>
        <translation>
            <numerusform>%1, %2: AUROC %3 % (95 % interval %4) on %n bad part</numerusform>
            <numerusform>%1, %2: AUROC %3 % (95 % interval %4) on %n bad parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::CostWords</name>
    <message numerus="yes">
        <source> %n bad part(s) too.</source>
        <translation>
            <numerusform> %n bad part too.</numerusform>
            <numerusform> %n bad parts too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::DefectPicker</name>
    <message numerus="yes">
        <source>Defect type of %n part(s)</source>
        <translation>
            <numerusform>Defect type of %n part</numerusform>
            <numerusform>Defect type of %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::DefectsPanel</name>
    <message numerus="yes">
        <source>%n generated part(s) are there now</source>
        <translation>
            <numerusform>%n generated part is there now</numerusform>
            <numerusform>%n generated parts are there now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ErrorLinks</name>
    <message numerus="yes">
        <source>%n bad part(s) missed</source>
        <translation>
            <numerusform>%n bad part missed</numerusform>
            <numerusform>%n bad parts missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good part(s) rejected</source>
        <translation>
            <numerusform>%n good part rejected</numerusform>
            <numerusform>%n good parts rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::EvaluationsPanel</name>
    <message numerus="yes">
        <source>%n evaluation(s). Select two to compare them.</source>
        <translation>
            <numerusform>%n evaluation. Select two to compare them.</numerusform>
            <numerusform>%n evaluations. Select two to compare them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n evaluation(s)</source>
        <translation>
            <numerusform>Delete %n evaluation</numerusform>
            <numerusform>Delete %n evaluations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::FilterBar</name>
    <message numerus="yes">
        <source>%1 of %n part(s)</source>
        <translation>
            <numerusform>%1 of %n part</numerusform>
            <numerusform>%1 of %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected but not shown</source>
        <translation>
            <numerusform>%n selected but not shown</numerusform>
            <numerusform>%n selected but not shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to show: update</source>
        <translation>
            <numerusform>%n change to show: update</numerusform>
            <numerusform>%n changes to show: update</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ForestCard</name>
    <message numerus="yes">
        <source>%n bad part(s) labelled.</source>
        <translation>
            <numerusform>%n bad part labelled.</numerusform>
            <numerusform>%n bad parts labelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n generated part(s) kept.</source>
        <translation>
            <numerusform>%n generated part kept.</numerusform>
            <numerusform>%n generated parts kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::GenerateCard</name>
    <message numerus="yes">
        <source>= %n generated part(s)</source>
        <translation>
            <numerusform>= %n generated part</numerusform>
            <numerusform>= %n generated parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n generated part(s) are kept</source>
        <translation>
            <numerusform>%n generated part is kept</numerusform>
            <numerusform>%n generated parts are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n dropped</source>
        <translation>
            <numerusform>, %n dropped</numerusform>
            <numerusform>, %n dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::HistoryPanel</name>
    <message numerus="yes">
        <source>%1 · %2 · %n part(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n part</numerusform>
            <numerusform>%1 · %2 · %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n new part(s)</source>
        <translation>
            <numerusform>%n new part</numerusform>
            <numerusform>%n new parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with another picture than before</source>
        <translation>
            <numerusform>%n with another picture than before</numerusform>
            <numerusform>%n with another picture than before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::Importing</name>
    <message numerus="yes">
        <source>%n part(s) added</source>
        <translation>
            <numerusform>%n part added</numerusform>
            <numerusform>%n parts added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::InfluencePanel</name>
    <message numerus="yes">
        <source>The gallery shows the %n part(s) that did not pass and that %1 raised most.</source>
        <translation>
            <numerusform>The gallery shows the part that did not pass and that %1 raised most.</numerusform>
            <numerusform>The gallery shows the %n parts that did not pass and that %1 raised most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::InfluenceTable</name>
    <message numerus="yes">
        <source>Decided %n part(s): click to see them</source>
        <translation>
            <numerusform>Decided %n part: click to see it</numerusform>
            <numerusform>Decided %n parts: click to see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::JobBar</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> %n warning(s), see the messages.</source>
        <translation>
            <numerusform> %n warning, see the messages.</numerusform>
            <numerusform> %n warnings, see the messages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::JudgeDialog</name>
    <message numerus="yes">
        <source>%n reference part(s) score here as where it was made</source>
        <translation>
            <numerusform>%n reference part scores here as where it was made</numerusform>
            <numerusform>%n reference parts score here as where it was made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference part(s) score here with a difference of at most %1 (%2, %3)</source>
        <translation>
            <numerusform>%n reference part scores here with a difference of at most %1 (%2, %3)</numerusform>
            <numerusform>%n reference parts score here with a difference of at most %1 (%2, %3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n reference part(s) are scored again whenever it is opened</source>
        <translation>
            <numerusform>%1; %n reference part is scored again whenever it is opened</numerusform>
            <numerusform>%1; %n reference parts are scored again whenever it is opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::LabelMergeDialog</name>
    <message numerus="yes">
        <source>… and %n more line(s) that can&apos;t be used</source>
        <translation>
            <numerusform>… and %n more line that can&apos;t be used</numerusform>
            <numerusform>… and %n more lines that can&apos;t be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Change %n part(s)</source>
        <translation>
            <numerusform>&amp;Change %n part</numerusform>
            <numerusform>&amp;Change %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) read.</source>
        <translation>
            <numerusform>%n line read.</numerusform>
            <numerusform>%n lines read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s): project and table have both changed the label. Tick those where the table is right.</source>
        <translation>
            <numerusform>%n conflict: project and table have both changed the label. Tick it if the table is right.</numerusform>
            <numerusform>%n conflicts: project and table have both changed the label. Tick those where the table is right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::LearningPanel</name>
    <message numerus="yes">
        <source>With %n bad label(s) the AUROC is %1 %.</source>
        <translation>
            <numerusform>With %n bad label the AUROC is %1 %.</numerusform>
            <numerusform>With %n bad labels the AUROC is %1 %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::LineView</name>
    <message numerus="yes">
        <source>Nothing new: all %n picture(s) were judged before. Without Continue they are judged again.</source>
        <translation>
            <numerusform>Nothing new: the only picture (%n) was judged before. Without Continue it is judged again.</numerusform>
            <numerusform>Nothing new: all %n pictures were judged before. Without Continue they are judged again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::MaskActions</name>
    <message numerus="yes">
        <source>Regions of %n part(s) changed</source>
        <translation>
            <numerusform>Regions of %n part changed</numerusform>
            <numerusform>Regions of %n parts changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) written</source>
        <translation>
            <numerusform>%n mask written</numerusform>
            <numerusform>%n masks written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::MaskImportDialog</name>
    <message numerus="yes">
        <source>%n mask(s)</source>
        <translation>
            <numerusform>%n mask</numerusform>
            <numerusform>%n masks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::NextStepBar</name>
    <message numerus="yes">
        <source>%n good part(s) to learn from. Train a detector to see heatmaps.</source>
        <translation>
            <numerusform>%n good part to learn from. Train a detector to see heatmaps.</numerusform>
            <numerusform>%n good parts to learn from. Train a detector to see heatmaps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good part(s) labelled. Twenty or more show what is normal: label on, or try a detector with these.</source>
        <translation>
            <numerusform>%n good part labelled. Twenty or more show what is normal: label on, or try a detector with it.</numerusform>
            <numerusform>%n good parts labelled. Twenty or more show what is normal: label on, or try a detector with these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bad part(s) labelled. A forest learns from them which heatmaps to trust, and where.</source>
        <translation>
            <numerusform>%n bad part labelled. A forest learns from it which heatmaps to trust, and where.</numerusform>
            <numerusform>%n bad parts labelled. A forest learns from them which heatmaps to trust, and where.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::PackageMaker</name>
    <message numerus="yes">
        <source>%1; %n reference part(s) are scored again whenever it is opened</source>
        <translation>
            <numerusform>%1; one reference part is scored again whenever it is opened</numerusform>
            <numerusform>%1; %n reference parts are scored again whenever it is opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::PartHistory</name>
    <message numerus="yes">
        <source>%n region(s) painted</source>
        <translation>
            <numerusform>%n region painted</numerusform>
            <numerusform>%n regions painted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::PartListModel</name>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation>
            <numerusform>%n region</numerusform>
            <numerusform>%n regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::PartPanel</name>
    <message numerus="yes">
        <source>Applies to %n selected part(s)</source>
        <translation>
            <numerusform>Applies to %n selected part</numerusform>
            <numerusform>Applies to %n selected parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ProjectSession</name>
    <message numerus="yes">
        <source>%1 (%n parts)</source>
        <translation>
            <numerusform>%1 (%n part)</numerusform>
            <numerusform>%1 (%n parts)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s)</source>
        <translation>
            <numerusform>Delete %n run</numerusform>
            <numerusform>Delete %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) were labelled elsewhere meanwhile and keep that label.</source>
        <translation>
            <numerusform>%n part was labelled elsewhere meanwhile and keeps that label.</numerusform>
            <numerusform>%n parts were labelled elsewhere meanwhile and keep that label.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ReasonWords</name>
    <message numerus="yes">
        <source>higher than in all %n good part(s)</source>
        <translation>
            <numerusform>higher than in the only good part</numerusform>
            <numerusform>higher than in all %n good parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lower than in all %n good part(s)</source>
        <translation>
            <numerusform>lower than in the only good part</numerusform>
            <numerusform>lower than in all %n good parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ReasonsPanel</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::RecentList</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionImportStep</name>
    <message numerus="yes">
        <source>%n part(s) were painted on meanwhile and keep their regions.</source>
        <translation>
            <numerusform>%n part was painted on meanwhile and keeps its regions.</numerusform>
            <numerusform>%n parts were painted on meanwhile and keep their regions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::RegionSurface</name>
    <message numerus="yes">
        <source>%n region(s), %1 px (%2 %)</source>
        <translation>
            <numerusform>%n region, %1 px (%2 %)</numerusform>
            <numerusform>%n regions, %1 px (%2 %)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::RelocateBar</name>
    <message numerus="yes">
        <source>The %n image(s) of %1 are not there.</source>
        <translation>
            <numerusform>The %n image of %1 is not there.</numerusform>
            <numerusform>The %n images of %1 are not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more folder(s) are missing.</source>
        <translation>
            <numerusform>%n more folder is missing.</numerusform>
            <numerusform>%n more folders are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::ScorerNames</name>
    <message numerus="yes">
        <source>all %n detector(s)</source>
        <translation>
            <numerusform>all %n detector</numerusform>
            <numerusform>all %n detectors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s)</source>
        <translation>
            <numerusform>%n detector</numerusform>
            <numerusform>%n detectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentReview</name>
    <message numerus="yes">
        <source>%n map(s) fixed by hand.</source>
        <translation>
            <numerusform>%n map fixed by hand.</numerusform>
            <numerusform>%n maps fixed by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s).</source>
        <translation>
            <numerusform>%n template.</numerusform>
            <numerusform>%n templates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) stand out.</source>
        <translation>
            <numerusform>%n map stands out.</numerusform>
            <numerusform>%n maps stand out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::SegmentsPanel</name>
    <message numerus="yes">
        <source>%1 of %n part(s) have a segment map. Press S to see them over the picture.</source>
        <translation>
            <numerusform>%1 of %n part have a segment map. Press S to see them over the picture.</numerusform>
            <numerusform>%1 of %n parts have a segment map. Press S to see them over the picture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Strokes on %n part(s).</source>
        <translation>
            <numerusform>Strokes on %n part.</numerusform>
            <numerusform>Strokes on %n parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s).</source>
        <translation>
            <numerusform>%n template.</numerusform>
            <numerusform>%n templates.</numerusform>
        </translation>
    </message>
</context>
</TS>
