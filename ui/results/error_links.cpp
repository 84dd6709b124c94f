#include "ui/results/error_links.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <cmath>

#include "ui/session/project_session.h"
#include "ui/widgets/flow_layout.h"

namespace segad::ui {

void showInGallery(ProjectSession& session, const QString& words, const std::vector<PartId>& parts) {
    PartQuery query;
    query.picked = PickedParts{.words = words, .parts = {parts.begin(), parts.end()}};
    session.view().setQuery(query);
}

ErrorLinks::ErrorLinks(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      words_(new QLabel),
      missed_(new QToolButton),
      rejected_(new QToolButton) {
    missed_->setToolTip(tr("Show the bad parts that score below this threshold"));
    rejected_->setToolTip(tr("Show the good parts that score at this threshold or above"));
    missed_->setText(tr("%n bad part(s) missed", nullptr, 0));
    rejected_->setText(tr("%n good part(s) rejected", nullptr, 0));
    auto* line = new FlowLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(words_);
    line->addWidget(missed_);
    line->addWidget(rejected_);
    connect(missed_, &QToolButton::clicked, this, [this] { showParts(true); });
    connect(rejected_, &QToolButton::clicked, this, [this] { showParts(false); });
    clear();
}

void ErrorLinks::clear() {
    errors_ = {};
    setVisible(false);
}

void ErrorLinks::setErrors(const QString& scorer, double threshold, const RankingErrors& errors) {
    scorer_ = scorer;
    errors_ = errors;
    const QString value =
        std::isfinite(threshold) ? QLocale().toString(threshold, 'g', 4) : tr("above all scores");
    words_->setText(tr("Threshold %1 of %2:").arg(value, scorer));
    missed_->setText(tr("%n bad part(s) missed", nullptr, static_cast<int>(errors.missed.size())));
    rejected_->setText(tr("%n good part(s) rejected", nullptr, static_cast<int>(errors.rejected.size())));
    missed_->setEnabled(!errors.missed.empty());
    rejected_->setEnabled(!errors.rejected.empty());
    setVisible(true);
    if (!errors.missed.empty() || !errors.rejected.empty()) showParts(!errors.missed.empty());
}

void ErrorLinks::showParts(bool missed) {
    showInGallery(
        session_,
        missed ? tr("bad parts missed by %1").arg(scorer_) : tr("good parts rejected by %1").arg(scorer_),
        missed ? errors_.missed : errors_.rejected);
}

}  // namespace segad::ui
