// The tour of the window: in this process over a project, and as `segad-studio --tour` takes it.
#include "ui/shell/tour.h"

#include <QAbstractButton>
#include <QDir>
#include <QDirIterator>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>

#include "tests/ui/ui_world.h"
#include "ui/shell/language.h"

using namespace segad;
using namespace segad::ui;

namespace {
constexpr int kWalkMilliseconds = 100'000;

/// Why the picture is not one of a window with something in it; empty when it is.
QString flaw(const QImage& picture) {
    constexpr int kStep = 3;
    constexpr int kFewestColours = 8;
    constexpr double kMostOfOne = 0.99;
    QHash<QRgb, int> counts;
    int looked = 0;
    for (int y = 0; y < picture.height(); y += kStep) {
        for (int x = 0; x < picture.width(); x += kStep, ++looked)
            ++counts[picture.pixel(x, y)];
    }
    if (counts.size() < kFewestColours) return QStringLiteral("only %1 colours").arg(counts.size());
    const int most = *std::max_element(counts.cbegin(), counts.cend());
    if (most > looked * kMostOfOne) return QStringLiteral("one flat area");
    return {};
}
/// Texts of labels and buttons that have less room than they need.
QStringList clipped(const QWidget& root) {
    QStringList found;
    for (const QLabel* label : root.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty()) continue;
        const bool isClipped = label->wordWrap() ? label->height() + 1 < label->heightForWidth(label->width())
                                                 : label->width() + 1 < label->minimumSizeHint().width();
        if (isClipped && label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
            found << label->text();
    }
    for (const QAbstractButton* button : root.findChildren<QAbstractButton*>()) {
        const bool isClipped = button->width() + 1 < button->minimumSizeHint().width();
        if (button->isVisible() && !button->text().isEmpty() && isClipped) found << button->text();
    }
    return found;
}
}  // namespace

class TourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void cleanupTestCase() { setLanguage(QStringLiteral("en")); }

    void everyPlaceOfAProjectIsSeen() {
        const test::UiWorld world;
        Tour tour(QString(), QString::fromStdString(world.project().string()));
        QStringList places;
        QStringList flaws;
        connect(&tour, &Tour::arrived, this, [&](const QString& place, QWidget* shown) {
            places << place;
            const QImage picture = shown->grab().toImage();
            if (const QString why = flaw(picture); !why.isEmpty()) flaws << place + u' ' + why;
            for (const QString& text : clipped(*shown))
                flaws << QStringLiteral("%1 clips \"%2\"").arg(place, text);
        });
        tour.run({QStringLiteral("de"), Theme::Dark});
        QVERIFY2(flaws.isEmpty(), qPrintable(flaws.join(u'\n')));
        for (const char* place :
             {"start", "workspace-1", "workspace-4-tab", "viewer-c", "viewer-options", "import", "messages",
              "layout", "job", "small", "keys", "settings-tab", "empty"}) {
            const auto isIt = [&](const QString& name) { return name.endsWith(QLatin1String(place)); };
            QVERIFY2(std::ranges::any_of(places, isIt), place);
        }
        QVERIFY(std::ranges::all_of(
            places, [](const QString& place) { return place.startsWith(QStringLiteral("de-dark-100/")); }));
    }

    void theProgramKeepsPicturesOfEveryLookAndScale() {
        const QTemporaryDir dir;
        QProcess studio;
        studio.start(QStringLiteral(SEGAD_STUDIO), {QStringLiteral("--tour"), dir.path()});
        QVERIFY(studio.waitForFinished(kWalkMilliseconds));
        QCOMPARE(studio.exitCode(), 0);
        for (const int percent : {100, 200}) {
            for (const TourLook& look : Tour::looks(percent))
                checkSeries(dir.filePath(QStringLiteral("%1-%2").arg(look.name()).arg(percent)), percent);
        }
    }

    void aProjectThatDoesNotOpenIsSaid() {
        const QTemporaryDir dir;
        QProcess studio;
        studio.start(QStringLiteral(SEGAD_STUDIO),
                     {QStringLiteral("--tour"), dir.path(), dir.filePath(QStringLiteral("missing.segad"))});
        QVERIFY(studio.waitForFinished(kWalkMilliseconds));
        QCOMPARE(studio.exitCode(), 1);
        QVERIFY(studio.readAllStandardError().contains("missing.segad"));
    }

private:
    static void checkSeries(const QString& folder, int percent) {
        QDirIterator files(folder, {QStringLiteral("*.png")});
        int pictures = 0;
        while (files.hasNext()) {
            const QString file = files.next();
            const QImage picture(file);
            QVERIFY2(flaw(picture).isEmpty(), qPrintable(file + u' ' + flaw(picture)));
            if (file.contains(QStringLiteral("start")) || file.contains(QStringLiteral("empty")))
                QCOMPARE(picture.size(), QSize(1440, 900) * percent / 100);
            ++pictures;
        }
        QVERIFY2(pictures > 8, qPrintable(folder));
    }
};

QTEST_MAIN(TourTest)
#include "tour_test.moc"
