#include "ui/data/gallery.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListView>
#include <QPainter>

#include "tests/ui/ui_world.h"
#include "ui/data/gallery_delegate.h"
#include "ui/data/part_filter_model.h"
#include "ui/data/part_list_model.h"
#include "ui/session/project_session.h"
#include "ui/session/thumbnail_cache.h"

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
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.index(4).data(PartListModel::LabelRole).toInt(), static_cast<int>(Label::Bad));
        QCOMPARE(model.index(5).data(PartListModel::ScoreShareRole).toDouble(), 1.0);
        const std::vector<PartId> first{session_->data().parts[0].id};
        session_->setLabel(first, Label::Bad);
        QCOMPARE(model.index(0).data(PartListModel::LabelRole).toInt(), static_cast<int>(Label::Bad));
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

    void anUnreadablePictureIsMarked() {
        ThumbnailCache thumbnails(32);
        std::filesystem::resize_file(world_->folder() / "1000.png", 40);
        QSignalSpy ready(&thumbnails, &ThumbnailCache::ready);
        // A hash nobody has seen, so that the disk cache can't know it.
        thumbnails.get("broken-" + std::to_string(QDateTime::currentMSecsSinceEpoch()),
                       world_->folder() / "1000.png");
        QVERIFY(test::waitFor(ready));
        QVERIFY(thumbnails.isBroken(ready[0][0].toString().toStdString()));
    }

    void filtersCombine() {
        ThumbnailCache thumbnails(64);
        PartListModel model(*session_, thumbnails);
        PartFilterModel filter;
        filter.setSourceModel(&model);
        filter.setLabel(Label::Bad);
        QCOMPARE(filter.rowCount(), 3);
        filter.setText(QStringLiteral("1005"));
        QCOMPARE(filter.rowCount(), 1);
        filter.clear();
        QCOMPARE(filter.rowCount(), 6);
        filter.setDefectType(QStringLiteral("scratch"));
        QCOMPARE(filter.rowCount(), 3);
        filter.clear();
        filter.setOrder(PartOrder::ScoreDescending);
        QCOMPARE(filter.index(0, 0).data(PartListModel::ScoreRole).toDouble(), 5.0);
        filter.setOrder(PartOrder::ScoreAscending);
        QCOMPARE(filter.index(0, 0).data(PartListModel::ScoreRole).toDouble(), 0.0);
        filter.setOrder(PartOrder::DefectType);
        QCOMPARE(filter.index(0, 0).data(PartListModel::DefectTypeRole).toString(),
                 QStringLiteral("scratch"));
        QCOMPARE(filter.index(5, 0).data(PartListModel::DefectTypeRole).toString(), QString());
    }

    void labellingDoesNotMakeAFilteredPartVanish() {
        ThumbnailCache thumbnails(64);
        PartListModel model(*session_, thumbnails);
        PartFilterModel filter;
        filter.setSourceModel(&model);
        filter.setLabel(Label::Good);
        QCOMPARE(filter.rowCount(), 3);
        const std::vector<PartId> first{session_->data().parts[0].id};
        session_->setLabel(first, Label::Bad);
        QCOMPARE(filter.rowCount(), 3);
    }

    void theGalleryLeadsTheSession() {
        Gallery gallery(*session_);
        gallery.resize(400, 600);
        gallery.show();
        auto* view = gallery.findChild<QListView*>();
        view->setCurrentIndex(view->model()->index(2, 0));
        QCOMPARE(session_->currentPart(), session_->data().parts[2].id);
        gallery.step(1);
        QCOMPARE(session_->currentPart(), session_->data().parts[3].id);
        QCOMPARE(gallery.selection(), std::vector<PartId>{session_->data().parts[3].id});
        const std::vector<PartId> last{session_->data().parts[5].id};
        session_->setLabel(last, Label::Unlabelled);
        gallery.stepToUnlabelled();
        QCOMPARE(session_->currentPart(), session_->data().parts[5].id);
    }

private:
    std::unique_ptr<test::UiWorld> world_;
    std::unique_ptr<ProjectSession> session_;
};

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
