#include "ui/inspect/inspect_form.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "core/workflow/packaging.h"
#include "ui/inspect/verdict_sounds.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
const QString kPackageSuffix = QString::fromLatin1(PackageFile::kSuffix);
constexpr int kPlaceWidth = 220;

Path pathOf(const QLineEdit* field) {
    return Path(field->text().trimmed().toStdString());
}

QLineEdit* pathField(const QString& name, const QString& tip) {
    auto* field = new QLineEdit;
    field->setAcceptDrops(false);  // it would take the address as text
    field->setAccessibleName(name);
    field->setToolTip(tip);
    return field;
}

QString draggedPackage(const QMimeData* data) {
    if (!data->hasUrls() || data->urls().isEmpty()) return {};
    const QString file = data->urls().front().toLocalFile();
    return file.endsWith(kPackageSuffix) && QFileInfo(file).isFile() ? file : QString();
}
}  // namespace

InspectForm::InspectForm(bool withProject, QWidget* parent)
    : QWidget(parent),
      withProject_(withProject),
      folder_(pathField(tr("Folder to inspect"),
                        tr("All pictures below this folder are inspected; nothing in it is changed unless "
                           "they are to be moved"))),
      package_(pathField(tr("Package to judge with"),
                         withProject ? tr("A package (.segad-model) made of a project; empty: this project")
                                     : tr("A package (.segad-model) that the engineer has made"))),
      watch_(new QCheckBox(tr("Watch the folder"))),
      resume_(new QCheckBox(tr("Continue"))),
      report_(new QCheckBox(tr("Report"))),
      placing_(choiceBox(tr("Pictures afterwards"),
                         tr("Whether a picture is copied or moved into a folder for its verdict"))),
      placeIn_(
          pathField(tr("Folder for the verdicts"), tr("Gets the folders pass, review, reject and failed"))),
      sounds_(choiceBox(tr("Sounds"), tr("Which verdicts are heard: one high tone for pass, two for review, "
                                         "three low ones for reject"))) {
    makeActions();
    folder_->setPlaceholderText(tr("Folder with new pictures, or drop it here"));
    package_->setPlaceholderText(withProject ? tr("This project as it is now, or drop a package here")
                                             : tr("Package (.segad-model), or drop it here"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    const auto addRow = [&](int row, const QString& name, QLineEdit* field, QAction* choose) {
        auto* label = new QLabel(name);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        grid->addWidget(actionButton(choose), row, 2);
    };
    addRow(0, tr("Pictures"), folder_, chooseFolder_);
    addRow(1, tr("Judge"), package_, choosePackage_);
    grid->addWidget(makeOptions(), 2, 0, 1, 3);
    for (QLineEdit* field : {folder_, package_, placeIn_})
        connect(field, &QLineEdit::textChanged, this, &InspectForm::changed);
    for (QCheckBox* box : {watch_, resume_, report_})
        connect(box, &QCheckBox::toggled, this, &InspectForm::changed);
    connect(placing_, &QComboBox::currentIndexChanged, this, &InspectForm::showPlacing);
    connect(placing_, &QComboBox::currentIndexChanged, this, &InspectForm::changed);
    showPlacing();
}

void InspectForm::makeActions() {
    chooseFolder_ = makeAction(this, QStringLiteral("folder"), tr("Choose folder …"),
                               tr("Choose the folder to inspect"), QStringLiteral("Ctrl+Shift+O"));
    choosePackage_ = makeAction(this, QStringLiteral("inspect"), tr("Choose package …"),
                                tr("Choose the package to judge with"), QStringLiteral("Ctrl+F2"));
    choosePlace_ = makeAction(this, QStringLiteral("folder"), tr("Choose …"),
                              tr("Choose the folder for the verdicts"), QStringLiteral("Ctrl+F3"));
    const auto folderInto = [this](QLineEdit* field, const QString& title) {
        const QString folder = QFileDialog::getExistingDirectory(this, title, field->text());
        if (!folder.isEmpty()) field->setText(folder);
    };
    connect(chooseFolder_, &QAction::triggered, this,
            [this, folderInto] { folderInto(folder_, tr("Folder to inspect")); });
    connect(choosePlace_, &QAction::triggered, this,
            [this, folderInto] { folderInto(placeIn_, tr("Folder for the verdicts")); });
    connect(choosePackage_, &QAction::triggered, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("Package"), QFileInfo(package_->text()).absolutePath(),
                                         tr("Packages (*%1)").arg(kPackageSuffix));
        if (!file.isEmpty()) package_->setText(file);
    });
}

QWidget* InspectForm::makeOptions() {
    watch_->setToolTip(tr("Judge new pictures as they come, until you stop it"));
    resume_->setToolTip(tr("Go on with the last inspection of this folder: no part is judged twice"));
    // A line goes on where it was stopped; who has changed a project wants to see what that changed.
    resume_->setChecked(!withProject_);
    report_->setToolTip(tr("<folder>-results.csv for other programs and <folder>-results.html for people"));
    placing_->addItem(tr("leave the pictures"), static_cast<int>(Placing::Leave));
    placing_->addItem(tr("copy by verdict to"), static_cast<int>(Placing::Copy));
    placing_->addItem(tr("move by verdict to"), static_cast<int>(Placing::Move));
    using inspect_settings::Sounds;
    sounds_->addItem(tr("no sounds"), static_cast<int>(Sounds::Off));
    sounds_->addItem(tr("sound for rejects"), static_cast<int>(Sounds::Rejects));
    sounds_->addItem(tr("sound for review and reject"), static_cast<int>(Sounds::Failing));
    sounds_->addItem(tr("sound for every verdict"), static_cast<int>(Sounds::All));
    sounds_->setCurrentIndex(std::max(0, sounds_->findData(static_cast<int>(inspect_settings::sounds()))));
    for (QComboBox* box : {placing_, sounds_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }
    connect(sounds_, &QComboBox::activated, this, [this] {
        inspect_settings::setSounds(static_cast<Sounds>(sounds_->currentData().toInt()));
        (new VerdictSounds(sounds_))->play(Verdict::Reject);
    });
    place_ = new QWidget;
    auto* place = new QHBoxLayout(place_);
    place->setContentsMargins(0, 0, 0, 0);
    placeIn_->setFixedWidth(kPlaceWidth);
    place->addWidget(placeIn_);
    place->addWidget(actionButton(choosePlace_));
    auto* options = new QWidget;
    auto* flow = new FlowLayout(options);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(10);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{watch_, resume_, report_, sounds_, placing_, place_})
        flow->addWidget(widget);
    return options;
}

void InspectForm::showPlacing() {
    const bool places = placing_->currentData().toInt() != static_cast<int>(Placing::Leave);
    place_->setVisible(places);
    choosePlace_->setEnabled(places);
}

inspect_settings::Choice InspectForm::choice() const {
    return {.package = package_->text().trimmed(),
            .folder = folder_->text().trimmed(),
            .watch = watch_->isChecked(),
            .resume = resume_->isChecked(),
            .report = report_->isChecked(),
            .placing = static_cast<Placing>(placing_->currentData().toInt()),
            .placeIn = placeIn_->text().trimmed()};
}

void InspectForm::setChoice(const inspect_settings::Choice& choice) {
    package_->setText(choice.package);
    folder_->setText(choice.folder);
    watch_->setChecked(choice.watch);
    resume_->setChecked(choice.resume);
    report_->setChecked(choice.report);
    placing_->setCurrentIndex(placing_->findData(static_cast<int>(choice.placing)));
    placeIn_->setText(choice.placeIn);
}

QString InspectForm::missing() const {
    const inspect_settings::Choice chosen = choice();
    if (!withProject_ && chosen.package.isEmpty()) return tr("Choose a package");
    if (chosen.folder.isEmpty()) return tr("Choose a folder");
    if (chosen.placing != Placing::Leave && chosen.placeIn.isEmpty())
        return tr("Choose a folder for the verdicts");
    return {};
}

InspectionRequest InspectForm::request() const {
    const inspect_settings::Choice chosen = choice();
    InspectionRequest request{.model = pathOf(package_),
                              .folder = pathOf(folder_),
                              .resume = chosen.resume,
                              .placing = chosen.placing};
    if (chosen.watch) request.watch.emplace();
    if (chosen.placing != Placing::Leave) request.placeIn = pathOf(placeIn_);
    if (chosen.report) {
        const Path beside = request.folder.parent_path() / (request.folder.filename().string() + "-results");
        request.csv = beside.string() + ".csv";
        request.report = beside.string() + ".html";
    }
    return request;
}

bool InspectForm::takes(const QMimeData* dragged) {
    return !draggedFolder(dragged).isEmpty() || !draggedPackage(dragged).isEmpty();
}

bool InspectForm::take(const QMimeData* dragged) {
    if (const QString folder = draggedFolder(dragged); !folder.isEmpty())
        folder_->setText(folder);
    else if (const QString package = draggedPackage(dragged); !package.isEmpty())
        package_->setText(package);
    else
        return false;
    return true;
}

}  // namespace segad::ui
