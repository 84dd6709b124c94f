#include "ui/viewer/compare_header.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

CompareHeader::CompareHeader(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      mode_(choiceBox(tr("What is compared"), tr("One part by every detector, several parts by one, or the "
                                                 "difference of two detectors"))),
      parts_(choiceBox(tr("Which parts"), tr("Which parts stand beside the current one"))),
      first_(choiceBox(tr("First detector"), tr("Where it sees more, the difference is orange"))),
      second_(choiceBox(tr("Second detector"), tr("Where it sees more, the difference is blue"))),
      pair_(new QWidget) {
    mode_->addItem(tr("All detectors"));
    mode_->addItem(tr("Several parts"));
    mode_->addItem(tr("Difference"));
    parts_->addItem(tr("Selected, or that follow"));
    parts_->addItem(tr("With the highest scores"));
    auto* pair = new QHBoxLayout(pair_);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->addWidget(first_, 1);
    pair->addWidget(new QLabel(QStringLiteral("−")));
    pair->addWidget(second_, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 2);
    row->addWidget(mode_, 2);
    row->addWidget(parts_, 3);
    row->addWidget(pair_, 5);
    row->addStretch(1);
    connect(mode_, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    connect(parts_, &QComboBox::currentIndexChanged, this, &CompareHeader::changed);
    connect(first_, &QComboBox::currentIndexChanged, this, [this] {
        keepApart(second_, first_);
        Q_EMIT changed();
    });
    connect(second_, &QComboBox::currentIndexChanged, this, [this] {
        keepApart(first_, second_);
        Q_EMIT changed();
    });
    showFields();
}

CompareMode CompareHeader::mode() const {
    return static_cast<CompareMode>(mode_->currentIndex());
}

void CompareHeader::setMode(CompareMode mode) {
    mode_->setCurrentIndex(static_cast<int>(mode));
}

CompareParts CompareHeader::parts() const {
    return static_cast<CompareParts>(parts_->currentIndex());
}

RunId CompareHeader::first() const {
    return first_->count() < 2 ? 0 : first_->currentData().toLongLong();
}

RunId CompareHeader::second() const {
    return second_->count() < 2 ? 0 : second_->currentData().toLongLong();
}

void CompareHeader::setPair(RunId first, RunId second) {
    first_->setCurrentIndex(first_->findData(QVariant::fromValue<qlonglong>(first)));
    second_->setCurrentIndex(second_->findData(QVariant::fromValue<qlonglong>(second)));
}

void CompareHeader::setRuns(const std::vector<RunId>& runs) {
    const RunId before[] = {first(), second()};
    int usual = 0;
    for (QComboBox* box : {first_, second_}) {
        const QSignalBlocker blocked(box);
        box->clear();
        for (const RunId run : runs) {
            const RunRecord* record = session_.data().run(run);
            const QString name = record == nullptr ? QString() : detectorTitle(record->subject);
            box->addItem(tr("%1 · %2").arg(name).arg(run), QVariant::fromValue<qlonglong>(run));
        }
        const int known = box->findData(QVariant::fromValue<qlonglong>(before[usual]));
        box->setCurrentIndex(known >= 0 ? known : std::min(usual, box->count() - 1));
        ++usual;
    }
    keepApart(second_, first_);
}

/// A detector has no difference to itself.
void CompareHeader::keepApart(QComboBox* other, const QComboBox* chosen) {
    if (other->count() < 2 || other->currentIndex() != chosen->currentIndex()) return;
    const QSignalBlocker blocked(other);
    other->setCurrentIndex((chosen->currentIndex() + 1) % other->count());
}

void CompareHeader::showFields() {
    parts_->setVisible(mode() == CompareMode::Parts);
    pair_->setVisible(mode() == CompareMode::Difference);
}

}  // namespace segad::ui
