#include "ui/shell/distil_form.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <algorithm>

#include "core/nn/backbones.h"
#include "ui/shell/distil_card.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kMostSteps = 10'000'000;

QString fileNamedAfter(const QString& name) {
    return QString::fromStdString(toUtf8(distilledFile(name.toStdString())));
}

QString firstFreeName(const std::string& student) {
    const auto taken = [](const QString& name) {
        try {
            return WeightStore().find(name.toStdString()).has_value();
        } catch (const Error&) {
            return true;
        }
    };
    const std::string usual = usualDistilRequest(student).importAs;
    const QString first = usual.empty() ? QStringLiteral("compact") : QString::fromStdString(usual);
    QString name = first;
    for (int number = 2; taken(name); ++number)
        name = QStringLiteral("%1-%2").arg(first).arg(number);
    return name;
}

/// What can be made: compact backbones, then the teachers of EfficientAD.
void fillStudents(QComboBox* box) {
    box->addItem(DistilCard::tr("Compact backbone"), QString::fromStdString(DistilRequest().student));
    for (const BackboneInfo& row : backboneCatalog()) {
        if (row.isTeacher() && row.origin == WeightOrigin::Imported)
            box->addItem(engineText(row.title), QString::fromStdString(row.architecture));
    }
}

QLineEdit* lineEdit(const QString& name, const QString& tip) {
    auto* edit = new QLineEdit;
    edit->setAccessibleName(name);
    edit->setToolTip(tip);
    edit->setAcceptDrops(false);  // it would take the address as text
    return edit;
}

QSpinBox* spinBox(int lowest, int highest, int value, const QString& name, const QString& tip) {
    auto* box = new QSpinBox;
    box->setRange(lowest, highest);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}

QHBoxLayout* withButton(QLineEdit* edit, QAction* choose) {
    auto* row = new QHBoxLayout;
    row->addWidget(edit, 1);
    row->addWidget(actionButton(choose));
    return row;
}
}  // namespace

DistilForm::DistilForm(QWidget* parent)
    : QWidget(parent),
      student_(choiceBox(DistilCard::tr("Make"),
                         DistilCard::tr("What is made: a backbone, or what EfficientAD imitates"))),
      teacher_(choiceBox(DistilCard::tr("Teacher"),
                         DistilCard::tr("The network whose features are to be reproduced"))),
      start_(choiceBox(DistilCard::tr("Start"),
                       DistilCard::tr("Weights to go on from: much is learnt already, and fewer steps do"))),
      images_(lineEdit(DistilCard::tr("Pictures"),
                       DistilCard::tr("A folder whose pictures are mixed with the drawn ones: every other "
                                      "one. Without it, all are drawn. A folder can be dropped here"))),
      steps_(
          spinBox(1, kMostSteps, static_cast<int>(DistilRequest().steps), DistilCard::tr("Steps"),
                  DistilCard::tr("How long to learn; more is better, and a finished run can be prolonged"))),
      seed_(spinBox(0, 1'000'000'000, 0, DistilCard::tr("Seed"),
                    DistilCard::tr("The same seed gives the same backbone"))),
      name_(lineEdit(DistilCard::tr("Name"),
                     DistilCard::tr("What the backbone is called where one is chosen"))),
      file_(lineEdit(DistilCard::tr("File"),
                     DistilCard::tr("Where the weights go; what is needed to go on is kept beside them"))),
      chooseImages_(makeAction(this, QStringLiteral("folder"), DistilCard::tr("Choose …"),
                               DistilCard::tr("Choose a folder of pictures"),
                               QStringLiteral("Ctrl+Shift+D"))),
      chooseFile_(makeAction(this, QStringLiteral("export"), DistilCard::tr("Choose …"),
                             DistilCard::tr("Choose where the weights go"), QStringLiteral("Ctrl+Shift+L"))) {
    fillStudents(student_);
    images_->setPlaceholderText(DistilCard::tr("none: drawn pictures only"));
    name_->setText(firstFreeName(student()));
    name_->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")), name_));
    auto* fields = new QFormLayout;
    fields->addRow(DistilCard::tr("Make"), student_);
    fields->addRow(DistilCard::tr("Teacher"), teacher_);
    fields->addRow(DistilCard::tr("Start"), start_);
    fields->addRow(DistilCard::tr("Pictures"), withButton(images_, chooseImages_));
    fields->addRow(DistilCard::tr("Steps"), steps_);
    fields->addRow(DistilCard::tr("Seed"), seed_);
    fields->addRow(DistilCard::tr("Name"), name_);
    fields->addRow(DistilCard::tr("File"), withButton(file_, chooseFile_));
    fields->setContentsMargins(0, 0, 0, 0);
    setLayout(fields);
    followName();
    fillWeights();
    connectFields();
}

void DistilForm::fillIn(const DistilRequest& last) {
    student_->setCurrentIndex(std::max(0, student_->findData(QString::fromStdString(last.student))));
    fillWeights();
    teacher_->setCurrentIndex(std::max(0, teacher_->findData(QString::fromStdString(last.teacher))));
    start_->setCurrentIndex(std::max(0, start_->findData(QString::fromStdString(last.initial))));
    images_->setText(QString::fromStdString(toUtf8(last.images)));
    steps_->setValue(static_cast<int>(last.steps));
    seed_->setValue(static_cast<int>(last.seed));
    name_->setText(QString::fromStdString(last.importAs));
    file_->setText(QString::fromStdString(toUtf8(last.out)));
    shownName_ = name_->text();
}

void DistilForm::connectFields() {
    connect(name_, &QLineEdit::textChanged, this, &DistilForm::followName);
    connect(file_, &QLineEdit::textChanged, this, &DistilForm::readCheckpoint);
    connect(images_, &QLineEdit::textChanged, this, &DistilForm::changed);
    connect(student_, &QComboBox::currentIndexChanged, this, &DistilForm::changeStudent);
    connect(teacher_, &QComboBox::currentIndexChanged, this, &DistilForm::changed);
    connect(start_, &QComboBox::currentIndexChanged, this, &DistilForm::changed);
    connect(steps_, &QSpinBox::valueChanged, this, &DistilForm::changed);
    connect(seed_, &QSpinBox::valueChanged, this, &DistilForm::changed);
    connect(chooseImages_, &QAction::triggered, this, &DistilForm::chooseImages);
    connect(chooseFile_, &QAction::triggered, this, &DistilForm::chooseFile);
}

std::string DistilForm::chosen(const QComboBox* box) const {
    return box->currentData().toString().toStdString();
}

std::string DistilForm::student() const {
    return chosen(student_);
}

DistilRequest DistilForm::request() const {
    DistilRequest request = usualDistilRequest(student());
    request.teacher = chosen(teacher_);
    request.initial = chosen(start_);
    request.out = Path(file_->text().trimmed().toStdString());
    request.images = Path(images_->text().trimmed().toStdString());
    request.steps = steps_->value();
    request.seed = static_cast<std::uint64_t>(seed_->value());
    request.resume = goesOn();
    request.importAs = name_->text().toStdString();
    return request;
}

void DistilForm::changeStudent() {
    steps_->setValue(static_cast<int>(usualDistilRequest(student()).steps));
    fillWeights();
    name_->setText(firstFreeName(student()));
}

void DistilForm::fillWeights() {
    const auto offer = [](QComboBox* box, const std::vector<WeightEntry>& weights) {
        for (const WeightEntry& entry : weights) {
            const QString name = QString::fromStdString(entry.name);
            const BackboneInfo* row = findBackbone(entry.name);
            box->addItem(row != nullptr ? engineText(row->title) : name, name);
        }
    };
    const QString teacher = teacher_->currentData().toString();
    const QVariant start = start_->currentData();
    const QSignalBlocker blockedTeacher(teacher_);
    const QSignalBlocker blockedStart(start_);
    teacher_->clear();
    start_->clear();
    weightsProblem_.clear();
    try {
        offer(teacher_, possibleTeachers(student()));
        offer(start_, possibleStarts(student()));
    } catch (const Error& error) {
        weightsProblem_ = errorText(error);
    }
    start_->addItem(DistilCard::tr("From nothing"), QString());
    teacher_->setCurrentIndex(std::max(0, teacher_->findData(teacher)));
    start_->setCurrentIndex(start.isValid() ? std::max(0, start_->findData(start)) : 0);
    Q_EMIT changed();
}

void DistilForm::chooseImages() {
    const QString folder =
        QFileDialog::getExistingDirectory(this, DistilCard::tr("Folder of pictures"), images_->text());
    if (!folder.isEmpty()) images_->setText(folder);
}

void DistilForm::chooseFile() {
    // An existing file is one to go on with: nothing is overwritten unasked.
    QString file = QFileDialog::getSaveFileName(this, DistilCard::tr("Where the weights go"), file_->text(),
                                                DistilCard::tr("Weights (*.safetensors)"), nullptr,
                                                QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty()) return;
    if (!file.endsWith(QStringLiteral(".safetensors"))) file += QStringLiteral(".safetensors");
    file_->setText(file);
}

QString DistilForm::offeredFolder(const QMimeData* dragged) const {
    return images_->isEnabled() ? draggedFolder(dragged) : QString();
}

void DistilForm::setImages(const QString& folder) {
    images_->setText(folder);
}

void DistilForm::followName() {
    // Unless the user has chosen a file of their own.
    if (file_->text().isEmpty() || file_->text() == fileNamedAfter(shownName_))
        file_->setText(fileNamedAfter(name_->text()));
    shownName_ = name_->text();
    Q_EMIT changed();
}

void DistilForm::readCheckpoint() {
    checkpoint_.reset();
    checkpointProblem_.clear();
    try {
        checkpoint_ = findDistilCheckpoint(Path(file_->text().trimmed().toStdString()));
    } catch (const Error& error) {
        checkpointProblem_ = errorText(error);
    }
    Q_EMIT changed();
}

bool DistilForm::goesOn() const {
    return checkpoint_ && checkpoint_->student == student() && checkpoint_->teacher == chosen(teacher_) &&
           checkpoint_->initial == chosen(start_) &&
           checkpoint_->seed == static_cast<std::uint64_t>(seed_->value());
}

QString DistilForm::obstacle() const {
    if (!weightsProblem_.isEmpty()) return weightsProblem_;
    if (teacher_->count() == 0)
        return DistilCard::tr(
            "Import ResNet-18 or WideResNet-50-2 first, with layers 1 to 3: it is the teacher.");
    if (!name_->hasAcceptableInput())
        return DistilCard::tr("Give the backbone a name of letters and digits.");
    try {
        const std::string name = name_->text().toStdString();
        if (findBackbone(name) != nullptr || WeightStore().find(name))
            return DistilCard::tr("There are weights called %1 already. Choose another name.")
                .arg(name_->text());
    } catch (const Error& error) {
        return errorText(error);
    }
    if (!file_->text().trimmed().endsWith(QStringLiteral(".safetensors")))
        return DistilCard::tr("Name a file that ends in .safetensors.");
    if (!images_->text().trimmed().isEmpty() && !QFileInfo(images_->text().trimmed()).isDir())
        return DistilCard::tr("The folder of pictures is not there.");
    if (!checkpointProblem_.isEmpty()) return checkpointProblem_;
    if (checkpoint_ && !goesOn())
        return DistilCard::tr(
                   "Beside this file is an unfinished backbone with teacher %1, start %2 and seed %3. Choose "
                   "these to go on, or another name to begin anew.")
            .arg(QString::fromStdString(checkpoint_->teacher),
                 checkpoint_->initial.empty() ? DistilCard::tr("from nothing")
                                              : QString::fromStdString(checkpoint_->initial))
            .arg(checkpoint_->seed);
    return {};
}

void DistilForm::setBusy(bool busy) {
    for (QWidget* field :
         {static_cast<QWidget*>(student_), static_cast<QWidget*>(teacher_), static_cast<QWidget*>(start_),
          static_cast<QWidget*>(images_), static_cast<QWidget*>(steps_), static_cast<QWidget*>(seed_),
          static_cast<QWidget*>(name_), static_cast<QWidget*>(file_)})
        field->setEnabled(!busy);
    chooseImages_->setEnabled(!busy);
    chooseFile_->setEnabled(!busy);
}

QString DistilForm::outlook() const {
    const DistilRequest wanted = request();
    const std::int64_t done = goesOn() ? std::min(checkpoint_->curve.steps, wanted.steps) : 0;
    const double left = estimateDistilSeconds(wanted) * static_cast<double>(wanted.steps - done) /
                        static_cast<double>(wanted.steps);
    QString text;
    if (goesOn())
        text = DistilCard::tr("%1 of %2 steps are done. ")
                   .arg(QLocale().toString(qlonglong(done)), QLocale().toString(qlonglong(wanted.steps)));
    return text +
           DistilCard::tr(
               "About %1 on this machine; other jobs wait meanwhile. It can be stopped at any "
               "time and gone on with later.")
               .arg(duration(left)) +
           remark();
}

QString DistilForm::remark() const {
    try {
        for (const WeightEntry& teacher : possibleTeachers(student())) {
            if (teacher.name != chosen(teacher_)) continue;
            const std::string words = teacherRemark(student(), teacher);
            return words.empty() ? QString() : QLatin1Char(' ') + engineText(words) + QLatin1Char('.');
        }
    } catch (const Error&) {
        // What is wrong with the store is said where the teachers are listed.
    }
    return {};
}

}  // namespace segad::ui
