#include "ui/data/gallery.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>

#include "tests/ui/ui_world.h"
#include "ui/data/facet_model.h"
#include "ui/data/gallery_delegate.h"
#include "ui/data/part_grid.h"
#include "ui/data/part_history.h"
#include "ui/data/part_list_model.h"
#include "ui/session/project_session.h"
#include "ui/session/thumbnail_cache.h"
#include "ui/session/thumbnail_store.h"

using namespace segad;
using namespace segad::ui;

class GalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        world_ = std::make_unique<test::UiWorld>();
        session_ = std::make_unique<ProjectSession>(world_->project());
        QSignalSpy opened(session_.get(), &ProjectSession::opened);
        QVERIFY(test::waitFor(opened));
    }

    void cleanup() {
        session_.reset();
        world_.reset();
    }

    void theModelKeepsItsPromises() {
        ThumbnailCache thumbnails(64);
        PartListModel model(*session_, thumbnails);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        session_->view().refresh();
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.index(4).data(PartListModel::LabelRole).toInt(), static_cast<int>(Label::Bad));
        QCOMPARE(model.index(5).data(PartListModel::ScoreShareRole).toDouble(), 1.0);
        const std::vector<PartId> first{session_->data().parts[0].id};
        session_->setLabel(first, Label::Bad);
        QCOMPARE(model.index(0).data(PartListModel::LabelRole).toInt(), static_cast<int>(Label::Bad));
    }

    void aRangeBeginsWhereTheKeysOfTheWindowHaveLed() {
        Gallery gallery(*session_);
        gallery.resize(300, 700);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowActive(&gallery));
        auto* grid = gallery.findChild<PartGrid*>();
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                          grid->visualRect(grid->model()->index(0, 0)).center());
        gallery.step(1);
        QTest::keyClick(grid, Qt::Key_Right, Qt::ShiftModifier);
        const auto id = [this](std::size_t row) { return session_->data().parts[row].id; };
        QCOMPARE(session_->view().selected(), (std::vector<PartId>{id(1), id(2)}));
        // Back over the beginning, and by the mouse.
        QTest::keyClick(grid, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(session_->view().selected(), (std::vector<PartId>{id(0), id(1)}));
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          grid->visualRect(grid->model()->index(3, 0)).center());
        QCOMPARE(session_->view().selected(), (std::vector<PartId>{id(1), id(2), id(3)}));
    }

    void theDefectTypeIsSaidAndDrawn() {
        ThumbnailCache thumbnails(64);
        PartListModel model(*session_, thumbnails);
        const QModelIndex bad = model.index(5);
        QVERIFY(bad.data(Qt::ToolTipRole).toString().contains(QStringLiteral("scratch")));
        QVERIFY(bad.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("scratch")));
        const GalleryDelegate delegate(64);
        const auto drawn = [&](const QModelIndex& index) {
            QStyleOptionViewItem option;
            option.rect = QRect(QPoint(), delegate.sizeHint(option, index));
            QImage image(option.rect.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            delegate.paint(&painter, option, index);
            return image;
        };
        const QImage with = drawn(bad);
        const std::vector<PartId> part{session_->data().parts[5].id};
        session_->setDefectType(part, QString());
        QVERIFY(session_->data().parts[5].label == Label::Bad);
        QVERIFY(with != drawn(bad));
    }

    void thumbnailsArriveWithoutBlocking() {
        ThumbnailCache thumbnails(32);
        PartListModel model(*session_, thumbnails);
        QSignalSpy ready(&thumbnails, &ThumbnailCache::ready);
        QVERIFY(!model.index(0).data(Qt::DecorationRole).isValid());
        QVERIFY(test::waitFor(ready));
        const auto pixmap = model.index(0).data(Qt::DecorationRole).value<QPixmap>();
        QCOMPARE(pixmap.width(), 32);
        QCOMPARE(pixmap.height(), 24);
    }

    void regionsAndNotesAreMarkedByTheirShape() {
        ThumbnailCache thumbnails(64);
        PartListModel model(*session_, thumbnails);
        const GalleryDelegate delegate(64);
        const QModelIndex cell = model.index(0);
        const auto drawn = [&] {
            QStyleOptionViewItem option;
            option.rect = QRect(QPoint(), delegate.sizeHint(option, cell));
            QImage image(option.rect.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            delegate.paint(&painter, option, cell);
            return image;
        };
        const QImage plain = drawn();
        const std::vector<PartId> part{session_->data().parts[0].id};
        session_->setNote(part, QStringLiteral("look again"));
        const QImage noted = drawn();
        QVERIFY(noted != plain);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(session_->setRegions(part.front(), cv::Mat(48, 64, CV_8UC1, cv::Scalar(255))));
        QCOMPARE(changed.count(), 1);
        QVERIFY(drawn() != noted);
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("region")));
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("note")));
    }

    void theHistoryTellsOfEverything() {
        const PartRecord& part = session_->data().parts[0];
        const std::vector<PartId> parts{part.id};
        session_->setDefectType(parts, QStringLiteral("dent"));
        session_->setNote(parts, QStringLiteral("look again"));
        QVERIFY(session_->setRegions(part.id, cv::Mat(48, 64, CV_8UC1, cv::Scalar(255))));
        session_->setLabel(parts, Label::Good);
        QVERIFY(session_->setRegions(part.id, cv::Mat()));
        QString all;
        for (const PartEvent& event : partHistory(*session_, part))
            all += event.what + QLatin1Char('|');
        for (const char* what : {"dent", "note: look again", "region", "regions removed", "good"})
            QVERIFY2(all.contains(QLatin1String(what)), qPrintable(all));
        QVERIFY2(all.count(QStringLiteral("look again")) == 1, qPrintable(all));
    }

    void thumbnailsOnDiskAreBounded() {
        const int before = thumbnail_store::limit();
        thumbnail_store::clear();
        QCOMPARE(thumbnail_store::size(), 0);
        QImage image(400, 400, QImage::Format_RGB32);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                image.setPixel(x, y, qRgb(x * 7 % 256, y * 13 % 256, x * y % 256));
        for (int i = 0; i < 20; ++i)
            thumbnail_store::save("hash" + std::to_string(100 + i), 400, image);
        const qint64 full = thumbnail_store::size();
        QVERIFY(full > 1'200'000);
        thumbnail_store::setLimit(1);
        thumbnail_store::trim();
        QVERIFY(thumbnail_store::size() < 1'048'576);
        QVERIFY(thumbnail_store::size() > 400'000);
        QVERIFY(!thumbnail_store::load("hash119", 400).isNull());
        thumbnail_store::clear();
        QVERIFY(thumbnail_store::load("hash119", 400).isNull());
        thumbnail_store::setLimit(before);
    }

    void thumbnailsAreKeptAsLargeAsTheyAreShown() {
        ThumbnailCache thumbnails(32);
        thumbnails.setShownSide(16);
        const std::string hash = "shown" + std::to_string(QDateTime::currentMSecsSinceEpoch());
        const ThumbnailCache::Request request{hash, world_->folder() / "1000.png"};
        QSignalSpy ready(&thumbnails, &ThumbnailCache::ready);
        thumbnails.get(request);
        QVERIFY(test::waitFor(ready));
        QCOMPARE(thumbnails.get(request)->width(), 16);
        thumbnails.setShownSide(32);
        QCOMPARE(thumbnails.get(request)->width(), 16);  // better than none
        QTRY_COMPARE(thumbnails.get(request)->width(), 32);
    }

    void anUnreadablePictureIsMarked() {
        ThumbnailCache thumbnails(32);
        std::filesystem::resize_file(world_->folder() / "1000.png", 40);
        QSignalSpy ready(&thumbnails, &ThumbnailCache::ready);
        // A hash nobody has seen, so that the disk cache can't know it.
        const std::string hash = "broken-" + std::to_string(QDateTime::currentMSecsSinceEpoch());
        const ThumbnailCache::Request torn{hash, world_->folder() / "1000.png"};
        thumbnails.get(torn);
        QVERIFY(test::waitFor(ready));
        QVERIFY(thumbnails.fault(torn) == PictureFault::Unreadable);
        const ThumbnailCache::Request gone{hash + "-gone", world_->folder() / "none.png"};
        thumbnails.get(gone);
        QTRY_COMPARE(ready.count(), 2);
        QVERIFY(thumbnails.fault(gone) == PictureFault::Missing);
        // Where the file is found again it is read.
        QVERIFY(thumbnails.fault({gone.sha256, world_->folder() / "1001.png"}) == PictureFault::None);
        thumbnails.get({gone.sha256, world_->folder() / "1001.png"});
        QTRY_VERIFY(thumbnails.get({gone.sha256, world_->folder() / "1001.png"}) != nullptr);
    }

    void whatHasLeftTheViewIsNotMade() {
        ThumbnailCache thumbnails(32);
        std::vector<ThumbnailCache::Request> requests;
        const std::string fresh = std::to_string(QDateTime::currentMSecsSinceEpoch());
        for (int i = 0; i < 40; ++i)
            requests.push_back({"v" + fresh + std::to_string(i), world_->folder() / "1000.png"});
        QSignalSpy ready(&thumbnails, &ThumbnailCache::ready);
        thumbnails.expect(requests);
        const int begun = 40 - thumbnails.waiting();
        QVERIFY(begun > 0 && begun < 20);
        thumbnails.expect({requests.back()});
        QCOMPARE(thumbnails.waiting(), 1);
        QTRY_COMPARE(ready.count(), begun + 1);
        QCOMPARE(ready.front()[0].toString().toStdString(), requests.front().sha256);
        QVERIFY(thumbnails.get(requests.back()) != nullptr);
    }

    void theGalleryLeadsTheSession() {
        Gallery gallery(*session_);
        gallery.resize(400, 600);
        gallery.show();
        auto* view = gallery.findChild<PartGrid*>();
        view->setCurrentIndex(view->model()->index(2, 0));
        QCOMPARE(session_->currentPart(), session_->data().parts[2].id);
        gallery.step(1);
        QCOMPARE(session_->currentPart(), session_->data().parts[3].id);
        QCOMPARE(session_->selection(), std::vector<PartId>{session_->data().parts[3].id});
        label(5, Label::Unlabelled);
        QVERIFY(gallery.stepToUnlabelled(1));
        QCOMPARE(session_->currentPart(), session_->data().parts[5].id);
        QVERIFY(gallery.stepToUnlabelled(-1));
        QCOMPARE(session_->currentPart(), session_->data().parts[5].id);
    }

    void choicesAreCheckedWithTheMouseAndCounted() {
        Gallery gallery(*session_);
        gallery.resize(268, 800);
        gallery.show();
        action(gallery, QStringLiteral("Ctrl+L"))->trigger();
        auto* tree = gallery.findChild<QTreeView*>();
        QVERIFY(tree->isVisible());
        QTRY_VERIFY(tree->viewport()->height() > 100);
        auto* model = qobject_cast<FacetModel*>(tree->model());
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex bad = entry(*model, Facet::Label, 1);
        QCOMPARE(bad.siblingAtColumn(FacetModel::Count).data().toString(), QStringLiteral("3"));
        const QRect box = tree->visualRect(bad);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, QPoint(box.left() + 8, box.center().y()));
        QVERIFY(session_->view().query().choices(Facet::Label).contains(QStringLiteral("bad")));
        auto* grid = gallery.findChild<PartGrid*>();
        QCOMPARE(grid->model()->rowCount(), 3);
        // The other labels keep the count they would have.
        QCOMPARE(entry(*model, Facet::Label, 0).siblingAtColumn(FacetModel::Count).data().toString(),
                 QStringLiteral("3"));
        // The chip takes it away again.
        QToolButton* chip = nullptr;
        for (auto* button : gallery.findChildren<QToolButton*>()) {
            if (button->isVisible() && button->text().contains(QStringLiteral("bad"))) chip = button;
        }
        QVERIFY(chip != nullptr);
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(grid->model()->rowCount(), 6);
    }

    void labellingDoesNotMakeAFilteredPartVanish() {
        Gallery gallery(*session_);
        gallery.resize(268, 800);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        auto* grid = gallery.findChild<PartGrid*>();
        choose(Facet::Label, QStringLiteral("good"));
        QCOMPARE(grid->model()->rowCount(), 3);
        grid->setCurrentIndex(grid->model()->index(0, 0));
        label(0, Label::Bad);
        QCOMPARE(grid->model()->rowCount(), 3);
        QCOMPARE(grid->currentIndex().row(), 0);
        QCOMPARE(session_->view().outdated(), 1);
        QCOMPARE(session_->view().found().count, 2);
        // Asked for, it goes; the next one keeps its place.
        action(gallery, QStringLiteral("F5"))->trigger();
        QCOMPARE(grid->model()->rowCount(), 2);
        QVERIFY(!grid->currentIndex().isValid());
        QCOMPARE(session_->currentPart(), session_->data().parts[0].id);
        gallery.step(1);
        QCOMPARE(session_->currentPart(), session_->data().parts[1].id);
    }

    void theSelectionSurvivesFilters() {
        Gallery gallery(*session_);
        gallery.resize(268, 800);
        gallery.show();
        action(gallery, QStringLiteral("Ctrl+A"))->trigger();
        QCOMPARE(session_->selection().size(), std::size_t{6});
        choose(Facet::Label, QStringLiteral("bad"));
        QCOMPARE(session_->selection().size(), std::size_t{3});
        QCOMPARE(session_->view().hiddenSelected(), 3);
        session_->view().setQuery({});
        QCOMPARE(session_->selection().size(), std::size_t{6});
        auto* grid = gallery.findChild<PartGrid*>();
        grid->setCurrentIndex(grid->model()->index(1, 0));
        action(gallery, QStringLiteral("Ctrl+Shift+A"))->trigger();
        QCOMPARE(session_->selection().size(), std::size_t{5});
        // A label for all of them is one step.
        session_->setLabel(session_->selection(), Label::Unlabelled);
        QCOMPARE(session_->undoStack().count(), 1);
        QCOMPARE(gallery.findChild<QProgressBar*>()->value(), 1);
        session_->undoStack().undo();
        QCOMPARE(gallery.findChild<QProgressBar*>()->value(), 6);
    }

    void groupsHaveHeadingsThatFold() {
        Gallery gallery(*session_);
        gallery.resize(268, 800);
        gallery.show();
        auto* grid = gallery.findChild<PartGrid*>();
        session_->view().setGrouping(Facet::Label);
        QCOMPARE(grid->groups().size(), std::size_t{2});
        QCOMPARE(grid->groups()[1].count, 3);
        const QRect first = grid->visualRect(grid->model()->index(0, 0));
        QVERIFY(first.top() > 10);
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, QPoint(40, first.top() / 2));
        QCOMPARE(grid->model()->rowCount(), 3);
        QVERIFY(grid->groups()[0].collapsed);
        QCOMPARE(grid->model()->index(0, 0).data(PartListModel::LabelRole).toInt(),
                 static_cast<int>(Label::Bad));
        session_->view().setAllCollapsed(false);
        QCOMPARE(grid->model()->rowCount(), 6);
    }

    void arrowsAndShiftSelect() {
        Gallery gallery(*session_);
        gallery.resize(268, 800);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowActive(&gallery));
        session_->view().setGrouping(Facet::Label);  // three good, three bad, two in a line
        auto* grid = gallery.findChild<PartGrid*>();
        QCOMPARE(grid->columns(), 2);
        grid->setFocus();
        grid->setCurrentIndex(grid->model()->index(1, 0));
        QTest::keyClick(grid, Qt::Key_Down);
        QCOMPARE(grid->currentIndex().row(), 2);  // the last line is short
        QTest::keyClick(grid, Qt::Key_Down);
        QCOMPARE(grid->currentIndex().row(), 3);
        QTest::keyClick(grid, Qt::Key_Up);
        QTest::keyClick(grid, Qt::Key_Up);
        QCOMPARE(grid->currentIndex().row(), 0);
        const auto click = [&](int row, Qt::KeyboardModifiers keys) {
            QTest::mouseClick(grid->viewport(), Qt::LeftButton, keys,
                              grid->visualRect(grid->model()->index(row, 0)).center());
        };
        click(1, {});
        click(4, Qt::ShiftModifier);
        QCOMPARE(session_->selection().size(), std::size_t{4});
        click(2, Qt::ControlModifier);
        QCOMPARE(session_->selection().size(), std::size_t{3});
    }

private:
    static QAction* action(const QWidget& widget, const QString& key) {
        return test::actionWithKey(widget, key);
    }

    static QModelIndex entry(const FacetModel& model, Facet facet, int row) {
        for (int section = 0; section < model.rowCount(); ++section) {
            const QModelIndex index = model.index(section, 0);
            if (model.facetOf(index) == facet) return model.index(row, 0, index);
        }
        return {};
    }

    void choose(Facet facet, const QString& choice) {
        PartQuery query = session_->view().query();
        query.choices(facet) = {choice};
        session_->view().setQuery(query);
    }

    void label(std::size_t row, Label label) {
        const std::vector<PartId> part{session_->data().parts[row].id};
        session_->setLabel(part, label);
    }

    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
};

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
