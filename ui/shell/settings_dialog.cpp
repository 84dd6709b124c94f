#include "ui/shell/settings_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/shell/settings.h"
#include "ui/shell/weights_page.h"

namespace segad::ui {

SettingsDialog::SettingsDialog(JobQueue& jobs, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Settings"));
    resize(720, 420);
    auto* theme = new QComboBox;
    theme->setAccessibleName(tr("Appearance"));
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
    auto* appearance = new QWidget;
    auto* form = new QFormLayout(appearance);
    form->addRow(tr("Appearance"), theme);

    auto* tabs = new QTabWidget;
    tabs->addTab(new WeightsPage(jobs), tr("Weights"));
    tabs->addTab(appearance, tr("Appearance"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs);
    column->addWidget(buttons);
}

}  // namespace segad::ui
