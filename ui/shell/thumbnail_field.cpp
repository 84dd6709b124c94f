#include "ui/shell/thumbnail_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include "ui/session/background.h"
#include "ui/session/thumbnail_store.h"

namespace segad::ui {

namespace {
constexpr int kLeast = 50;
constexpr int kMost = 100'000;
constexpr int kStep = 100;
}  // namespace

ThumbnailField::ThumbnailField(QWidget* parent)
    : QWidget(parent), limit_(new QSpinBox), used_(new QLabel), clear_(new QPushButton(tr("Clear"))) {
    pool_.setMaxThreadCount(1);
    limit_->setRange(kLeast, kMost);
    limit_->setSingleStep(kStep);
    limit_->setSuffix(tr(" MB"));
    limit_->setValue(thumbnail_store::limit());
    limit_->setAccessibleName(tr("Room for thumbnails on disk"));
    limit_->setToolTip(tr("When thumbnails take more, those not seen for longest are deleted"));
    limit_->setKeyboardTracking(false);
    clear_->setToolTip(tr("Delete all thumbnails; they are made again where they are seen"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(limit_);
    row->addWidget(used_);
    row->addStretch(1);
    row->addWidget(clear_);
    connect(limit_, &QSpinBox::valueChanged, this, [this](int megabytes) {
        thumbnail_store::setLimit(megabytes);
        work(Do::Trim);
    });
    connect(clear_, &QPushButton::clicked, this, [this] { work(Do::Clear); });
    work(Do::Measure);
}

ThumbnailField::~ThumbnailField() {
    pool_.clear();
    pool_.waitForDone();
}

void ThumbnailField::work(Do what) {
    runInBackground(
        this, pool_,
        [what] {
            if (what == Do::Trim) thumbnail_store::trim();
            if (what == Do::Clear) thumbnail_store::clear();
            return thumbnail_store::size();
        },
        [this](qint64 bytes) {
            used_->setText(tr("%1 used").arg(QLocale().formattedDataSize(bytes)));
            clear_->setEnabled(bytes > 0);
            Q_EMIT measured();
        });
}

}  // namespace segad::ui
