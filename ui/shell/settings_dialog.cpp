#include "ui/shell/settings_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QTabWidget>
#include <QTimer>
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
    new QVBoxLayout(this);
    build();
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || content_ == nullptr || std::exchange(rebuilding_, true))
        return;
    // Later: the event comes out of the very list in which the language was chosen.
    QTimer::singleShot(0, this, [this] {
        build();
        rebuilding_ = false;
    });
}

void SettingsDialog::build() {
    const Fields fields = content_ != nullptr ? Fields::of(*content_) : Fields();
    if (content_ != nullptr) {
        // Out of the dialog first: Qt looks for its default button while the focus leaves a dying one.
        content_->setParent(nullptr);
        delete std::exchange(content_, nullptr);
    }
    setWindowTitle(tr("Settings"));
    content_ = new QWidget;
    auto* tabs = new QTabWidget;
    tabs->setAccessibleName(tr("Settings"));
    tabs->addTab(new WeightsPage(jobs_), tr("Weights"));
    tabs->addTab(appearancePage(), tr("Appearance"));
    tabs->addTab(new LinePage, tr("Inspection"));
    tabs->addTab(new KeysPage(parentWidget()), tr("Keys"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(tabs);
    column->addWidget(buttons);
    layout()->addWidget(content_);
    fields.applyTo(*content_);
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
