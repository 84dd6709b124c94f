<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</context>
<context>
    <name>segad::ui::JobBar</name>
    <message numerus="yes">
        <source> %n warning(s), Ctrl+J shows them.</source>
        <translation>
            <numerusform> %n warning, Ctrl+J shows them.</numerusform>
            <numerusform> %n warnings, Ctrl+J shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segad::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n part(s) added</source>
        <translation>
            <numerusform>%n part added</numerusform>
            <numerusform>%n parts added</numerusform>
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
</context>
</TS>
