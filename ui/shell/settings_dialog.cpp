#include "ui/shell/settings_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/inspect/line_page.h"
#include "ui/shell/keys_page.h"
#include "ui/shell/language.h"
#include "ui/shell/settings.h"
#include "ui/shell/thumbnail_field.h"
#include "ui/shell/weights_page.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

SettingsDialog::SettingsDialog(JobQueue& jobs, QWidget* parent) : QDialog(parent), jobs_(jobs) {
    resize(960, 700);
    setWindowTitle(tr("Settings"));
    new QVBoxLayout(this);
    steps_.setSingleShot(true);
    connect(&steps_, &QTimer::timeout, this, &SettingsDialog::buildOn);
    steps_.start();
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    // What was begun is in the language before.
    delete std::exchange(next_, nullptr);
    // Later: the event comes out of the very list in which the language was chosen.
    steps_.start();
}

void SettingsDialog::buildOn() {
    if (next_ == nullptr) {
        next_ = new QTabWidget(this);
        next_->hide();
    }
    if (!buildMore()) {
        finish();
        return;
    }
    steps_.start();
}

bool SettingsDialog::buildMore() {
    switch (next_->count()) {
        case 0:
            next_->addTab(new WeightsPage(jobs_), tr("Weights"));
            return true;
        case 1:
            next_->addTab(appearancePage(), tr("Appearance"));
            return true;
        case 2:
            next_->addTab(new LinePage, tr("Inspection"));
            return true;
        case 3:
            next_->addTab(new KeysPage(parentWidget()), tr("Keys"));
            return true;
        default:
            return false;
    }
}

void SettingsDialog::finish() {
    const Fields fields = content_ != nullptr ? Fields::of(*content_) : Fields();
    if (content_ != nullptr) {
        // Out of the dialog first: Qt looks for its default button while the focus leaves a dying one.
        content_->setParent(nullptr);
        delete std::exchange(content_, nullptr);
    }
    setWindowTitle(tr("Settings"));
    content_ = new QWidget;
    QTabWidget* tabs = std::exchange(next_, nullptr);
    tabs->setAccessibleName(tr("Settings"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(tabs);
    column->addWidget(buttons);
    tabs->show();
    layout()->addWidget(content_);
    fields.applyTo(*content_);
    Q_EMIT built();
}

QWidget* SettingsDialog::appearancePage() {
    auto* theme = new QComboBox;
    theme->setAccessibleName(tr("Colours"));
    theme->setToolTip(tr("Light or dark, or whatever the desktop says"));
    theme->addItem(tr("as the system"), toString(Theme::System));
    theme->addItem(tr("light"), toString(Theme::Light));
    theme->addItem(tr("dark"), toString(Theme::Dark));
    theme->setCurrentIndex(theme->findData(toString(settings::theme())));
    connect(theme, &QComboBox::activated, this, [theme] {
        const Theme chosen = themeFromString(theme->currentData().toString());
        settings::setTheme(chosen);
        applyTheme(chosen);
    });
    auto* language = new QComboBox;
    language->setAccessibleName(tr("Language"));
    language->setToolTip(tr("Changes at once; nothing needs to be started again"));
    language->addItem(tr("as the system"), QString());
    for (const Language& one : languages())
        language->addItem(one.name, one.code);
    language->setCurrentIndex(std::max(0, language->findData(settings::language())));
    connect(language, &QComboBox::activated, this, [language] {
        const QString chosen = language->currentData().toString();
        settings::setLanguage(chosen);
        setLanguage(chosen);
    });
    auto* page = new QWidget;
    auto* form = new QFormLayout(page);
    form->addRow(tr("Colours"), theme);
    form->addRow(tr("Language"), language);
    form->addRow(tr("Thumbnails on disk"), new ThumbnailField);
    return page;
}

}  // namespace segad::ui
