#include "ui/shell/distil_card.h"

#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "core/nn/backbones.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/loss_plot.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kMostSteps = 10'000'000;
constexpr int kBarSteps = 1000;

QString words(const Error& error) {
    return QString::fromUtf8(error.what());
}

/// What the engine is doing, without the figures after the dash: the plot shows them.
QString stageText(const std::string& what) {
    const std::string stage = what.substr(0, what.find(" — "));
    return stage.empty() ? QString() : engineText(stage);
}

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

DistilCard::DistilCard(JobQueue& jobs, DistilRun::Work work, QWidget* parent)
    : QWidget(parent),
      run_(DistilRun::of(jobs)),
      work_(std::move(work)),
      student_(choiceBox(tr("Make"), tr("What is made: a backbone, or what EfficientAD imitates"))),
      teacher_(choiceBox(tr("Teacher"), tr("The network whose features are to be reproduced"))),
      images_(
          lineEdit(tr("Pictures"), tr("A folder whose pictures are mixed with the drawn ones: every other "
                                      "one. Without it, all are drawn. A folder can be dropped here"))),
      steps_(spinBox(1, kMostSteps, static_cast<int>(DistilRequest().steps), tr("Steps"),
                     tr("How long to learn; more is better, and a finished run can be prolonged"))),
      seed_(spinBox(0, 1'000'000'000, 0, tr("Seed"), tr("The same seed gives the same backbone"))),
      name_(lineEdit(tr("Name"), tr("What the backbone is called where one is chosen"))),
      file_(lineEdit(tr("File"), tr("Where the weights go; what is needed to go on is kept beside them"))),
      hint_(new QLabel),
      plot_(new LossPlot),
      progress_(new QProgressBar),
      state_(new QLabel),
      chooseImages_(makeAction(this, QStringLiteral("folder"), tr("Choose …"),
                               tr("Choose a folder of pictures"), QStringLiteral("Ctrl+Shift+D"))),
      chooseFile_(makeAction(this, QStringLiteral("export"), tr("Choose …"),
                             tr("Choose where the weights go"), QStringLiteral("Ctrl+Shift+L"))),
      start_(makeAction(this, QStringLiteral("train"), tr("Make backbone"),
                        tr("Learn from the teacher in a background job, then import the result"),
                        QStringLiteral("Ctrl+Shift+B"))),
      stop_(makeAction(this, QStringLiteral("clear"), tr("Stop"),
                       tr("Stop learning; what was learned is kept, and one can go on from it"),
                       QStringLiteral("Ctrl+Shift+X"))) {
    setAcceptDrops(true);
    fillStudents(student_);
    auto* row = new QHBoxLayout;
    row->addWidget(form(), 1);
    row->addWidget(course(), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading(tr("Make a backbone or a teacher")));
    column->addLayout(row, 1);
    followName();
    fillTeachers();
    showLast();
    connectFields();
    readCheckpoint();
}

void DistilCard::showLast() {
    if (run_.job() == nullptr) return;
    const DistilRequest& last = run_.request();
    student_->setCurrentIndex(std::max(0, student_->findData(QString::fromStdString(last.student))));
    fillTeachers();
    teacher_->setCurrentIndex(std::max(0, teacher_->findData(QString::fromStdString(last.teacher))));
    images_->setText(QString::fromStdString(toUtf8(last.images)));
    steps_->setValue(static_cast<int>(last.steps));
    seed_->setValue(static_cast<int>(last.seed));
    name_->setText(QString::fromStdString(last.importAs));
    file_->setText(QString::fromStdString(toUtf8(last.out)));
    shownName_ = name_->text();
}

QWidget* DistilCard::form() {
    images_->setPlaceholderText(tr("none: drawn pictures only"));
    name_->setText(firstFreeName(student()));
    name_->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")), name_));
    hint_->setWordWrap(true);
    auto* box = new QWidget;
    auto* fields = new QFormLayout;
    fields->addRow(tr("Make"), student_);
    fields->addRow(tr("Teacher"), teacher_);
    fields->addRow(tr("Pictures"), withButton(images_, chooseImages_));
    fields->addRow(tr("Steps"), steps_);
    fields->addRow(tr("Seed"), seed_);
    fields->addRow(tr("Name"), name_);
    fields->addRow(tr("File"), withButton(file_, chooseFile_));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 6, 0);
    column->addLayout(fields);
    column->addWidget(hint_);
    column->addStretch(1);
    column->addWidget(actionButton(start_), 0, Qt::AlignLeft);
    return box;
}

QWidget* DistilCard::course() {
    progress_->setRange(0, kBarSteps);
    progress_->setAccessibleName(tr("Progress of the backbone"));
    state_->setWordWrap(true);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout;
    row->addWidget(progress_, 1);
    row->addWidget(actionButton(stop_));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_, 1);
    column->addWidget(state_);
    column->addLayout(row);
    return box;
}

void DistilCard::connectFields() {
    connect(name_, &QLineEdit::textChanged, this, &DistilCard::followName);
    connect(file_, &QLineEdit::textChanged, this, &DistilCard::readCheckpoint);
    connect(images_, &QLineEdit::textChanged, this, &DistilCard::showState);
    connect(student_, &QComboBox::currentIndexChanged, this, &DistilCard::changeStudent);
    connect(teacher_, &QComboBox::currentIndexChanged, this, &DistilCard::showState);
    connect(steps_, &QSpinBox::valueChanged, this, &DistilCard::showState);
    connect(seed_, &QSpinBox::valueChanged, this, &DistilCard::showState);
    connect(chooseImages_, &QAction::triggered, this, &DistilCard::chooseImages);
    connect(chooseFile_, &QAction::triggered, this, &DistilCard::chooseFile);
    connect(start_, &QAction::triggered, this, &DistilCard::start);
    connect(stop_, &QAction::triggered, &run_, &DistilRun::stop);
    connect(&run_, &DistilRun::changed, this, &DistilCard::showState);
    connect(&run_, &DistilRun::finished, this, [this] {
        readCheckpoint();
        if (run_.job()->state == JobState::Done) Q_EMIT backboneMade();
    });
}

std::string DistilCard::student() const {
    return student_->currentData().toString().toStdString();
}

DistilRequest DistilCard::request() const {
    DistilRequest request = usualDistilRequest(student());
    request.teacher = teacher_->currentData().toString().toStdString();
    request.out = Path(file_->text().trimmed().toStdString());
    request.images = Path(images_->text().trimmed().toStdString());
    request.steps = steps_->value();
    request.seed = static_cast<std::uint64_t>(seed_->value());
    request.resume = goesOn();
    request.importAs = name_->text().toStdString();
    return request;
}

void DistilCard::changeStudent() {
    steps_->setValue(static_cast<int>(usualDistilRequest(student()).steps));
    fillTeachers();
    name_->setText(firstFreeName(student()));
}

void DistilCard::fillTeachers() {
    const QString chosen = teacher_->currentData().toString();
    const QSignalBlocker blocked(teacher_);
    teacher_->clear();
    try {
        for (const WeightEntry& entry : possibleTeachers(student())) {
            const QString name = QString::fromStdString(entry.name);
            const BackboneInfo* row = findBackbone(entry.name);
            teacher_->addItem(row != nullptr ? engineText(row->title) : name, name);
        }
    } catch (const Error& error) {
        state_->setText(words(error));
    }
    teacher_->setCurrentIndex(std::max(0, teacher_->findData(chosen)));
    showState();
}

void DistilCard::chooseImages() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of pictures"), images_->text());
    if (!folder.isEmpty()) images_->setText(folder);
}

void DistilCard::chooseFile() {
    // An existing file is one to go on with: nothing is overwritten unasked.
    QString file = QFileDialog::getSaveFileName(this, tr("Where the weights go"), file_->text(),
                                                tr("Weights (*.safetensors)"), nullptr,
                                                QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty()) return;
    if (!file.endsWith(QStringLiteral(".safetensors"))) file += QStringLiteral(".safetensors");
    file_->setText(file);
}

void DistilCard::dragEnterEvent(QDragEnterEvent* event) {
    if (images_->isEnabled() && !draggedFolder(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void DistilCard::dropEvent(QDropEvent* event) {
    const QString folder = draggedFolder(event->mimeData());
    if (folder.isEmpty() || !images_->isEnabled()) return;
    images_->setText(folder);
    event->acceptProposedAction();
}

void DistilCard::keyPressEvent(QKeyEvent* event) {
    // Enter ends the typing of a name; it must not press a button of the dialog around.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void DistilCard::followName() {
    // Unless the user has chosen a file of their own.
    if (file_->text().isEmpty() || file_->text() == fileNamedAfter(shownName_))
        file_->setText(fileNamedAfter(name_->text()));
    shownName_ = name_->text();
    showState();
}

void DistilCard::readCheckpoint() {
    checkpoint_.reset();
    checkpointProblem_.clear();
    try {
        checkpoint_ = findDistilCheckpoint(Path(file_->text().trimmed().toStdString()));
    } catch (const Error& error) {
        checkpointProblem_ = words(error);
    }
    showState();
}

bool DistilCard::goesOn() const {
    return checkpoint_ && checkpoint_->student == student() &&
           checkpoint_->teacher == teacher_->currentData().toString().toStdString() &&
           checkpoint_->seed == static_cast<std::uint64_t>(seed_->value());
}

QString DistilCard::obstacle() const {
    if (teacher_->count() == 0)
        return tr("Import ResNet-18 or WideResNet-50-2 first, with layers 1 to 3: it is the teacher.");
    if (!name_->hasAcceptableInput()) return tr("Give the backbone a name of letters and digits.");
    try {
        const std::string name = name_->text().toStdString();
        if (findBackbone(name) != nullptr || WeightStore().find(name))
            return tr("There are weights called %1 already. Choose another name.").arg(name_->text());
    } catch (const Error& error) {
        return words(error);
    }
    if (!file_->text().trimmed().endsWith(QStringLiteral(".safetensors")))
        return tr("Name a file that ends in .safetensors.");
    if (!images_->text().trimmed().isEmpty() && !QFileInfo(images_->text().trimmed()).isDir())
        return tr("The folder of pictures is not there.");
    if (!checkpointProblem_.isEmpty()) return checkpointProblem_;
    if (checkpoint_ && !goesOn())
        return tr("Beside this file is an unfinished backbone with teacher %1 and seed %2. Choose these to "
                  "go "
                  "on, or another name to begin anew.")
            .arg(QString::fromStdString(checkpoint_->teacher))
            .arg(checkpoint_->seed);
    return {};
}

void DistilCard::showState() {
    const bool busy = run_.isUnderWay();
    for (QWidget* field :
         {static_cast<QWidget*>(student_), static_cast<QWidget*>(teacher_), static_cast<QWidget*>(images_),
          static_cast<QWidget*>(steps_), static_cast<QWidget*>(seed_), static_cast<QWidget*>(name_),
          static_cast<QWidget*>(file_)})
        field->setEnabled(!busy);
    chooseImages_->setEnabled(!busy);
    chooseFile_->setEnabled(!busy);
    showRun();
    if (busy)
        start_->setEnabled(false);
    else
        showPlan();
}

void DistilCard::showPlan() {
    const QString problem = obstacle();
    start_->setEnabled(problem.isEmpty());
    start_->setText(goesOn() ? tr("Go on") : tr("Make backbone"));
    if (!problem.isEmpty()) {
        hint_->setText(problem);
        return;
    }
    const DistilRequest wanted = request();
    const std::int64_t done = goesOn() ? std::min(checkpoint_->curve.steps, wanted.steps) : 0;
    const double left = estimateDistilSeconds(wanted) * static_cast<double>(wanted.steps - done) /
                        static_cast<double>(wanted.steps);
    QString text;
    if (goesOn())
        text = tr("%1 of %2 steps are done. ")
                   .arg(QLocale().toString(qlonglong(done)), QLocale().toString(qlonglong(wanted.steps)));
    hint_->setText(text +
                   tr("About %1 on this machine; other jobs wait meanwhile. It can be stopped at any "
                      "time and gone on with later.")
                       .arg(duration(left)) +
                   remark());
}

QString DistilCard::remark() const {
    try {
        for (const WeightEntry& teacher : possibleTeachers(student())) {
            if (teacher.name != teacher_->currentData().toString().toStdString()) continue;
            const std::string words = teacherRemark(student(), teacher);
            return words.empty() ? QString() : QLatin1Char(' ') + engineText(words) + QLatin1Char('.');
        }
    } catch (const Error&) {
        // What is wrong with the store is said where the teachers are listed.
    }
    return {};
}

void DistilCard::showRun() {
    const JobView* job = run_.job();
    const bool busy = run_.isUnderWay();
    stop_->setEnabled(busy && !job->stopping);
    progress_->setEnabled(busy);
    const std::vector<LossPoint>& points =
        job == nullptr && checkpoint_ ? checkpoint_->curve.points : run_.points();
    const std::vector<LossPoint>& shown = plot_->points();
    if (points.size() != shown.size() || (!points.empty() && points.back().step != shown.back().step))
        plot_->setPoints(points);
    if (job == nullptr) {
        progress_->setValue(0);
        state_->setText(QString());
        return;
    }
    progress_->setValue(static_cast<int>(job->status.fraction * kBarSteps));
    if (!busy) {
        state_->setText(job->state == JobState::Cancelled ? tr("Stopped; what was learned is kept.")
                                                          : job->message);
        return;
    }
    QString text =
        job->state == JobState::Waiting ? tr("Waiting for other jobs") : stageText(job->status.what);
    if (job->stopping) text = tr("Stopping …");
    if (job->status.total > 0 && !job->stopping)
        text += tr(" (%1 of %2)")
                    .arg(QLocale().toString(qulonglong(job->status.done)),
                         QLocale().toString(qulonglong(job->status.total)));
    if (const auto left = run_.secondsRemaining(); left && !job->stopping)
        text += tr(", %1 left").arg(duration(*left));
    state_->setText(text);
    hint_->setText(tr("These settings can be changed again when it is done or stopped."));
}

void DistilCard::start() {
    if (run_.isUnderWay() || !obstacle().isEmpty()) return;
    const DistilRequest wanted = request();
    std::error_code ignored;  // writing says what is wrong, with the name of the file
    std::filesystem::create_directories(wanted.out.parent_path(), ignored);
    run_.start(wanted, goesOn() ? checkpoint_->curve.points : std::vector<LossPoint>(), work_);
}

}  // namespace segad::ui
