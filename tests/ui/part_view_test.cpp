#include "ui/session/part_view.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace segad;
using namespace segad::ui;

namespace {
constexpr RunId kDetector = 7;
constexpr RunId kForest = 8;

/// Parts "a/1.png" … in folders a and b by turns; every third bad (a dent or a scratch), every fifth
/// unlabelled; scored by a detector, half of them by a forest with thresholds.
std::shared_ptr<ProjectData> someParts(int count) {
    auto data = std::make_shared<ProjectData>();
    data->sources = {{.id = 1, .path = "/images"}};
    data->runs = {{.id = kDetector, .kind = RunKind::Train, .subject = "patchcore"},
                  {.id = kForest, .kind = RunKind::Fit, .subject = "brf"}};
    data->thresholds[kForest] = {.run = kForest, .review = 0.5, .reject = 2};
    for (int i = 0; i < count; ++i) {
        PartRecord part{.id = i + 1, .source = 1};
        part.path = (i % 2 == 0 ? "a/" : "b/") + std::to_string(i) + ".png";
        part.label = i % 5 == 4 ? Label::Unlabelled : i % 3 == 0 ? Label::Bad : Label::Good;
        if (part.label == Label::Bad) part.defectType = i % 6 == 0 ? "dent" : "scratch";
        if (i == 2) part.note = "Look again";
        part.modifiedNs = i;
        data->rowOf.emplace(part.id, data->parts.size());
        data->scores[kDetector].byPart[part.id] = {.part = part.id, .imageScore = i * 0.5};
        if (i % 2 == 0) data->scores[kForest].byPart[part.id] = {.part = part.id, .imageScore = i % 3 * 1.0};
        data->roles[part.id] = i % 4 == 0 ? Role::Train : Role::Test;
        data->parts.push_back(std::move(part));
    }
    data->scores[kDetector].highest = (count - 1) * 0.5;
    data->scores[kForest].highest = 2;
    data->index.build(*data);
    return data;
}

int countOf(const PartView& view, Facet facet, const QString& choice) {
    const qsizetype code = view.data().index.choices(facet).indexOf(choice);
    return code < 0 ? -1 : view.found().counts[facetNumber(facet)][static_cast<std::size_t>(code)];
}
}  // namespace

class PartViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAreWhatOneWouldFind() {
        auto data = someParts(60);
        PartView view;
        view.setData(data);
        PartQuery query;
        query.choices(Facet::Label) = {QStringLiteral("bad"), QStringLiteral("unlabelled")};
        query.choices(Facet::Folder) = {QStringLiteral("a")};
        query.score = {.run = kDetector, .from = 5.0, .to = 25.0};
        view.setQuery(query);
        QCOMPARE(static_cast<int>(view.rows().size()), view.found().count);
        for (const Facet facet : kFacets) {
            for (const QString& choice : data->index.choices(facet)) {
                PartQuery alone = query;
                alone.choices(facet) = {choice};
                PartView other;
                other.setData(data);
                other.setQuery(alone);
                QCOMPARE(countOf(view, facet, choice), other.found().count);
            }
        }
        int inBins = 0;
        for (const int bin : view.found().scoreBins)
            inBins += bin;
        query.score = {};
        view.setQuery(query);
        QCOMPARE(inBins, view.found().count);
    }

    void textLooksIntoPathDefectAndNote() {
        auto data = someParts(30);
        PartView view;
        view.setData(data);
        PartQuery query;
        query.text = QStringLiteral("AGAIN");
        view.setQuery(query);
        QCOMPARE(view.rows(), std::vector<int>{2});
        query.text = QStringLiteral("b/1");
        view.setQuery(query);
        QCOMPARE(view.found().count, 6);
        query.text = QStringLiteral("scratch");
        view.setQuery(query);
        QCOMPARE(view.found().count, countOf(view, Facet::DefectType, QStringLiteral("scratch")));
    }

    void verdictsComeFromTheNewestForest() {
        auto data = someParts(12);
        PartView view;
        view.setData(data);
        QCOMPARE(countOf(view, Facet::Verdict, QStringLiteral("reject")), 2);
        QCOMPARE(countOf(view, Facet::Verdict, QStringLiteral("review")), 2);
        QCOMPARE(countOf(view, Facet::Verdict, QStringLiteral("pass")), 2);
        QCOMPARE(countOf(view, Facet::Verdict, QString()), 6);
    }

    void ordersAndGroups() {
        auto data = someParts(12);
        PartView view;
        view.setShownRun(kDetector);
        view.setData(data);
        QCOMPARE(view.part(0).path, std::string("a/0.png"));
        QCOMPARE(view.part(5).path, std::string("a/10.png"));  // as people count
        view.setOrder(PartOrder::ScoreDescending);
        QCOMPARE(view.part(0).id, PartId{12});
        view.setOrder(PartOrder::Newest);
        QCOMPARE(view.part(0).id, PartId{12});
        view.setOrder(PartOrder::UnlabelledFirst);
        QVERIFY(view.part(1).label == Label::Unlabelled);
        QVERIFY(view.part(2).label == Label::Bad);
        view.setGrouping(Facet::DefectType);
        QCOMPARE(view.groups().size(), std::size_t{3});
        QCOMPARE(view.groups()[0].choice, QStringLiteral("dent"));
        QCOMPARE(view.groups()[2].choice, QString());
        QCOMPARE(view.groups()[2].first + view.groups()[2].shown, 12);
        view.setCollapsed(QStringLiteral("dent"), true);
        QCOMPARE(view.rows().size(), std::size_t{10});
        QCOMPARE(view.groups()[0].count, 2);
        QCOMPARE(view.groups()[1].first, 0);
        QCOMPARE(view.rowOf(1), -1);
    }

    void aLabelCountsAtOnceAndMovesNothing() {
        auto data = someParts(30);
        PartView view;
        view.setData(data);
        PartQuery query;
        query.choices(Facet::Label) = {QStringLiteral("unlabelled")};
        view.setQuery(query);
        const std::vector<int> before = view.rows();
        const PartId first = view.part(0).id;
        data->parts[data->rowOf[first]].label = Label::Bad;
        data->parts[data->rowOf[first]].defectType = "a new kind";
        data->index.update(*data, std::vector<PartId>{first}, std::vector<PartId>{first});
        view.onLabelsChanged();
        QCOMPARE(view.rows(), before);
        QCOMPARE(view.outdated(), 1);
        QCOMPARE(view.found().count, static_cast<int>(before.size()) - 1);
        QVERIFY(data->index.choices(Facet::DefectType).contains(QStringLiteral("a new kind")));
        view.refresh();
        QCOMPARE(view.outdated(), 0);
        QCOMPARE(view.rows().size(), before.size() - 1);
    }

    void readingTheProjectAnewMovesNothing() {
        PartView view;
        view.setShownRun(kDetector);
        view.setData(someParts(60));
        view.setOrder(PartOrder::ScoreDescending);
        const std::vector<int> before = view.rows();
        auto newer = someParts(60);
        for (auto& [part, score] : newer->scores[kDetector].byPart)
            score.imageScore = -score.imageScore;
        QSignalSpy arranged(&view, &PartView::arranged);
        // What the session does whenever the project has changed.
        view.setShownRun(kDetector);
        view.setData(newer);
        QCOMPARE(arranged.count(), 0);
        QVERIFY(view.rows() == before);
        QCOMPARE(view.outdated(), -1);
    }

    void twentyThousandTakeMilliseconds() {
        auto data = someParts(20'000);
        PartView view;
        view.setData(data);
        PartQuery query;
        query.text = QStringLiteral("77");
        query.choices(Facet::Label) = {QStringLiteral("bad")};
        QElapsedTimer clock;
        clock.start();
        view.setQuery(query);
        view.setQuery({});
        view.setOrder(PartOrder::ScoreDescending);
        // Three questions; generous, because tests share the machine.
        QVERIFY2(clock.elapsed() < 300, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_GUILESS_MAIN(PartViewTest)
#include "part_view_test.moc"
