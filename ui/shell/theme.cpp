#include "ui/shell/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolTip>

#include "ui/widgets/icons.h"

namespace segad::ui {

namespace {
const QColor kAccent(0x2A, 0x82, 0xC8);

QPalette lightPalette() {
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0xF3, 0xF4, 0xF6));
    palette.setColor(QPalette::WindowText, QColor(0x1B, 0x1F, 0x24));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xF0, 0xF2, 0xF5));
    palette.setColor(QPalette::Text, QColor(0x1B, 0x1F, 0x24));
    palette.setColor(QPalette::Button, QColor(0xE9, 0xEB, 0xEF));
    palette.setColor(QPalette::ButtonText, QColor(0x1B, 0x1F, 0x24));
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Light, Qt::white);
    palette.setColor(QPalette::Midlight, QColor(0xE0, 0xE3, 0xE8));
    palette.setColor(QPalette::Mid, QColor(0xB4, 0xBA, 0xC2));
    palette.setColor(QPalette::Dark, QColor(0x5A, 0x61, 0x6B));
    palette.setColor(QPalette::Shadow, QColor(0x80, 0x86, 0x8E));
    palette.setColor(QPalette::ToolTipBase, QColor(0x1B, 0x1F, 0x24));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(0x75, 0x7C, 0x86));
    return palette;
}

QPalette darkPalette() {
    QPalette palette;
    const QColor text(0xE4, 0xE7, 0xEB);
    palette.setColor(QPalette::Window, QColor(0x24, 0x27, 0x2C));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, QColor(0x1B, 0x1D, 0x21));
    palette.setColor(QPalette::AlternateBase, QColor(0x22, 0x25, 0x2A));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor(0x32, 0x36, 0x3D));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Light, QColor(0x45, 0x4A, 0x52));
    palette.setColor(QPalette::Midlight, QColor(0x3A, 0x3F, 0x46));
    palette.setColor(QPalette::Mid, QColor(0x5C, 0x63, 0x6D));
    palette.setColor(QPalette::Dark, QColor(0x12, 0x14, 0x17));
    palette.setColor(QPalette::Shadow, Qt::black);
    palette.setColor(QPalette::ToolTipBase, QColor(0x3A, 0x3F, 0x46));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x90, 0x97, 0xA1));
    return palette;
}

void finish(QPalette& palette, bool dark) {
    palette.setColor(QPalette::Highlight, kAccent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, dark ? QColor(0x6C, 0xB6, 0xF0) : QColor(0x0B, 0x5C, 0x9E));
    const QColor faded = dark ? QColor(0x78, 0x7F, 0x89) : QColor(0x9A, 0xA0, 0xA8);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faded);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, faded);
}

/// Fusion draws the frames of check boxes and round buttons darker than the window, which nobody sees in the
/// dark, and the pages of tabs in the colour of buttons, which the dark makes a patch of light. Its arrow for
/// what a tool bar has no room for is black.
class StudioStyle : public QProxyStyle {
public:
    StudioStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        if (element != PE_FrameTabWidget) QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool isPage = element == PE_FrameTabWidget;
        const bool isRound = element == PE_IndicatorRadioButton;
        if (!isPage && !isRound && element != PE_IndicatorCheckBox &&
            element != PE_IndicatorItemViewItemCheck) {
            return;
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing, isRound);
        painter->setPen(option->palette.color(QPalette::Mid));
        painter->setBrush(isPage ? option->palette.window() : QBrush(Qt::NoBrush));
        if (isRound)
            painter->drawEllipse(QRectF(option->rect).adjusted(1, 1, -1, -1));
        else
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }

    QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                       const QWidget* widget) const override {
        if (which == SP_ToolBarHorizontalExtensionButton) return icon(QStringLiteral("further"));
        return QProxyStyle::standardIcon(which, option, widget);
    }
};
}  // namespace

Theme themeFromString(const QString& name) {
    if (name == QStringLiteral("light")) return Theme::Light;
    return name == QStringLiteral("dark") ? Theme::Dark : Theme::System;
}

QString toString(Theme theme) {
    switch (theme) {
        case Theme::System:
            return QStringLiteral("system");
        case Theme::Light:
            return QStringLiteral("light");
        case Theme::Dark:
            return QStringLiteral("dark");
    }
    return {};
}

void applyTheme(Theme theme) {
    // What the desktop says, before we put our own palette over it.
    static const bool systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool dark = theme == Theme::Dark || (theme == Theme::System && systemIsDark);
    QApplication::setStyle(new StudioStyle);
    QPalette palette = dark ? darkPalette() : lightPalette();
    finish(palette, dark);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

}  // namespace segad::ui
