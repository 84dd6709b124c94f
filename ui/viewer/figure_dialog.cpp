#include "ui/viewer/figure_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>
#include <array>
#include <cmath>

#include "core/base/error.h"
#include "ui/session/background.h"
#include "ui/viewer/figure_preview.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr double kOneColumn = 84;
constexpr double kTwoColumns = 174;
constexpr double kLeastWidth = 30;
constexpr double kMostWidth = 500;
constexpr int kPreviewDelay = 120;
constexpr int kWidth = 940;
constexpr int kHeight = 620;
constexpr double kMmPerInch = 25.4;

QString key(const char* name) {
    return QStringLiteral("figure/") + QLatin1String(name);
}

template <class Box>
Box* number(Box* box, double least, double most, double value, const QString& unit, const QString& name,
            const QString& tip) {
    box->setRange(static_cast<decltype(box->value())>(least), static_cast<decltype(box->value())>(most));
    box->setValue(static_cast<decltype(box->value())>(value));
    box->setSuffix(unit);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}
}  // namespace

FigureDialog::FigureDialog(Figure figure, QString fileName, QWidget* parent)
    : QDialog(parent),
      figure_(std::move(figure)),
      fileName_(std::move(fileName)),
      previewTimer_(new QTimer(this)),
      preview_(new FigurePreview),
      paper_(choiceBox(tr("Width"), tr("Width on paper"))),
      width_(number(new QDoubleSpinBox, kLeastWidth, kMostWidth, kOneColumn, tr(" mm"),
                    tr("Width in millimetres"), tr("Width on paper; the height follows from the panels"))),
      dpi_(choiceBox(tr("Resolution"), tr("Dots per inch of pictures; journals ask for 300 or more"))),
      text_(number(new QDoubleSpinBox, 4, 16, FigureStyle().textPoints, tr(" pt"), tr("Text size"),
                   tr("Size of titles on paper; colour bars and caption are a little smaller"))),
      columns_(number(new QSpinBox, 1, std::max(1, static_cast<int>(figure_.panels.size())), figure_.columns,
                      QString(), tr("Panels a row"), tr("How many panels stand beside each other"))),
      ground_(choiceBox(tr("Background"), tr("White for paper, the window's own colours for slides"))),
      size_(new QLabel) {
    setWindowTitle(tr("Export figure"));
    resize(kWidth, kHeight);
    pool_.setMaxThreadCount(1);
    previewTimer_->setSingleShot(true);
    previewTimer_->setInterval(kPreviewDelay);
    connect(previewTimer_, &QTimer::timeout, this, &FigureDialog::askPreview);
    auto* side = new QWidget;
    auto* form = new QFormLayout(side);
    form->setContentsMargins(0, 0, 0, 0);
    buildForm(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buildButtons(*buttons);
    size_->setWordWrap(true);
    auto* right = new QVBoxLayout;
    right->addWidget(side);
    right->addStretch(1);
    right->addWidget(size_);
    auto* middle = new QHBoxLayout;
    middle->addWidget(preview_, 1);
    middle->addLayout(right);
    auto* column = new QVBoxLayout(this);
    column->addLayout(middle, 1);
    column->addWidget(buttons);
    restoreChoice();
    onChanged();
}

FigureDialog::~FigureDialog() {
    pool_.clear();
    pool_.waitForDone();
}

void FigureDialog::buildForm(QFormLayout& form) {
    paper_->addItem(tr("One column (84 mm)"), kOneColumn);
    paper_->addItem(tr("Two columns (174 mm)"), kTwoColumns);
    paper_->addItem(tr("Other"), 0.0);
    for (const int dpi : {150, 300, 600, 1200})
        dpi_->addItem(tr("%1 dpi").arg(dpi), dpi);
    dpi_->addItem(tr("Each pixel of the picture"), 0);
    ground_->addItem(tr("White"), true);
    ground_->addItem(tr("As the window"), false);
    width_->setDecimals(1);
    text_->setSingleStep(0.5);
    text_->setDecimals(1);
    form.addRow(tr("Width"), paper_);
    form.addRow(QString(), width_);
    form.addRow(tr("Resolution"), dpi_);
    form.addRow(tr("Text size"), text_);
    form.addRow(tr("Panels a row"), columns_);
    form.addRow(tr("Background"), ground_);
    columns_->setEnabled(figure_.panels.size() > 1);
    titles_ = addCheck(form, tr("Titles and scores"), tr("Name and score above each panel"));
    letters_ = addCheck(form, tr("Letters (a), (b), …"), tr("To speak of panels in a text"));
    colorBars_ =
        addCheck(form, tr("Colour bars"), tr("Anomaly values and calibration percentiles of the colours"));
    scaleBar_ = addCheck(form, tr("Scale bar"), tr("A length of so many pixels, in the picture"));
    caption_ = addCheck(form, tr("Caption"), tr("Project, parts, runs and seeds below the panels"));
    onlySeen_ = addCheck(form, tr("Only what the view shows"),
                         tr("Off: the whole picture, however far the view is zoomed"));
    connect(paper_, &QComboBox::currentIndexChanged, this, &FigureDialog::onPaperChosen);
    connect(width_, &QDoubleSpinBox::valueChanged, this, &FigureDialog::onChanged);
    connect(text_, &QDoubleSpinBox::valueChanged, this, &FigureDialog::onChanged);
    connect(columns_, &QSpinBox::valueChanged, this, &FigureDialog::onChanged);
    connect(dpi_, &QComboBox::currentIndexChanged, this, &FigureDialog::onChanged);
    connect(ground_, &QComboBox::currentIndexChanged, this, &FigureDialog::onChanged);
}

QCheckBox* FigureDialog::addCheck(QFormLayout& form, const QString& text, const QString& tip) {
    auto* check = new QCheckBox(text);
    check->setToolTip(tip);
    check->setChecked(true);
    form.addRow(QString(), check);
    connect(check, &QCheckBox::toggled, this, &FigureDialog::onChanged);
    return check;
}

void FigureDialog::buildButtons(QDialogButtonBox& buttons) {
    save_ = buttons.addButton(tr("&Save …"), QDialogButtonBox::ActionRole);
    save_->setShortcut(QKeySequence(QStringLiteral("Ctrl+S")));
    save_->setToolTip(withKey(tr("Write a PNG, SVG or PDF file"), save_->shortcut()));
    save_->setAccessibleName(tr("Save"));
    save_->setDefault(true);
    save_->setFocus();
    copy_ = buttons.addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy_->setShortcut(QKeySequence(QStringLiteral("Ctrl+C")));
    copy_->setToolTip(withKey(tr("Put the figure on the clipboard as a picture"), copy_->shortcut()));
    copy_->setAccessibleName(tr("Copy"));
    connect(save_, &QPushButton::clicked, this, &FigureDialog::chooseFile);
    connect(copy_, &QPushButton::clicked, this, &FigureDialog::copy);
    connect(&buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void FigureDialog::restoreChoice() {
    const QSettings store;
    const FigureStyle usual;
    width_->setValue(store.value(key("width"), usual.widthMm).toDouble());
    dpi_->setCurrentIndex(std::max(0, dpi_->findData(store.value(key("dpi"), usual.dpi).toInt())));
    text_->setValue(store.value(key("text"), usual.textPoints).toDouble());
    ground_->setCurrentIndex(store.value(key("white"), true).toBool() ? 0 : 1);
    titles_->setChecked(store.value(key("titles"), usual.titles).toBool());
    letters_->setChecked(store.value(key("letters"), usual.letters).toBool());
    colorBars_->setChecked(store.value(key("colorBars"), usual.colorBars).toBool());
    scaleBar_->setChecked(store.value(key("scaleBar"), usual.scaleBar).toBool());
    caption_->setChecked(store.value(key("caption"), usual.caption).toBool());
    onlySeen_->setChecked(store.value(key("onlySeen"), usual.onlySeen).toBool());
}

void FigureDialog::rememberChoice() const {
    const FigureStyle chosen = style();
    QSettings store;
    store.setValue(key("width"), chosen.widthMm);
    store.setValue(key("dpi"), chosen.dpi);
    store.setValue(key("text"), chosen.textPoints);
    store.setValue(key("white"), ground_->currentData().toBool());
    store.setValue(key("titles"), chosen.titles);
    store.setValue(key("letters"), chosen.letters);
    store.setValue(key("colorBars"), chosen.colorBars);
    store.setValue(key("scaleBar"), chosen.scaleBar);
    store.setValue(key("caption"), chosen.caption);
    store.setValue(key("onlySeen"), chosen.onlySeen);
}

FigureStyle FigureDialog::style() const {
    FigureStyle chosen{.widthMm = width_->value(),
                       .dpi = dpi_->currentData().toInt(),
                       .textPoints = text_->value(),
                       .titles = titles_->isChecked(),
                       .letters = letters_->isChecked(),
                       .colorBars = colorBars_->isChecked(),
                       .scaleBar = scaleBar_->isChecked(),
                       .caption = caption_->isChecked(),
                       .onlySeen = onlySeen_->isChecked(),
                       .font = QGuiApplication::font()};
    if (!ground_->currentData().toBool()) {
        chosen.paper = palette().color(QPalette::Base);
        chosen.ink = palette().color(QPalette::Text);
    }
    return chosen;
}

void FigureDialog::onPaperChosen() {
    if (const double chosen = paper_->currentData().toDouble(); chosen > 0) width_->setValue(chosen);
}

void FigureDialog::onChanged() {
    const QSignalBlocker blocked(paper_);
    const int paper = paper_->findData(width_->value());
    paper_->setCurrentIndex(paper >= 0 ? paper : paper_->count() - 1);
    figure_.columns = columns_->value();
    const FigureStyle chosen = style();
    const QSizeF size = figureSize(figure_, chosen);
    const double dots = figureDpi(figure_, chosen) / kMmPerInch;
    size_->setText(tr("%1 × %2 mm on paper, as PNG %3 × %4 pixels")
                       .arg(QLocale().toString(size.width(), 'f', 0),
                            QLocale().toString(size.height(), 'f', 0),
                            QLocale().toString(std::lround(size.width() * dots)),
                            QLocale().toString(std::lround(size.height() * dots))));
    previewTimer_->start();
}

void FigureDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    previewTimer_->start();
}

void FigureDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    previewTimer_->start();
}

void FigureDialog::askPreview() {
    ++previewWanted_;
    if (std::exchange(previewUnderway_, true)) return;
    FigureStyle shown = style();
    shown.dpi = preview_->fittingDpi(figureSize(figure_, shown));
    struct Result {
        QImage image;
        QString error;
    };
    runInBackground(
        this, pool_,
        [figure = figure_, shown] {
            try {
                return Result{.image = renderFigure(figure, shown)};
            } catch (const Error& error) {
                return Result{.error = errorText(error)};
            }
        },
        [this, made = previewWanted_](const Result& result) {
            previewUnderway_ = false;
            if (result.error.isEmpty())
                preview_->setImage(result.image);
            else
                preview_->setMessage(result.error);
            if (made != previewWanted_) askPreview();
        });
}

void FigureDialog::run(std::function<void()> work, std::function<void()> then) {
    if (std::exchange(busy_, true)) return;
    save_->setEnabled(false);
    copy_->setEnabled(false);
    rememberChoice();
    runInBackground(
        this, pool_,
        [work = std::move(work)] {
            try {
                work();
                return QString();
            } catch (const Error& error) {
                return errorText(error);
            }
        },
        [this, then = std::move(then)](const QString& error) {
            busy_ = false;
            save_->setEnabled(true);
            copy_->setEnabled(true);
            if (error.isEmpty()) {
                then();
                return;
            }
            sayResult(error);
            Q_EMIT failed(error);
        });
}

void FigureDialog::writeTo(const QString& file) {
    run([figure = figure_, chosen = style(), file] { writeFigure(figure, chosen, file); },
        [this, file] {
            sayResult(tr("%1 is written.").arg(QDir::toNativeSeparators(file)));
            Q_EMIT written(file);
        });
}

void FigureDialog::copy() {
    const auto image = std::make_shared<QImage>();
    run([figure = figure_, chosen = style(), image] { *image = renderFigure(figure, chosen); },
        [this, image] {
            QGuiApplication::clipboard()->setImage(*image);
            sayResult(tr("The figure is on the clipboard."));
            Q_EMIT copied();
        });
}

void FigureDialog::sayResult(const QString& words) {
    size_->setText(words);
}

void FigureDialog::chooseFile() {
    QSettings store;
    const QStringList filters{tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"),
                              tr("PDF document (*.pdf)")};
    const std::array<const char*, 3> suffixes{".png", ".svg", ".pdf"};
    const auto last = std::clamp<qsizetype>(store.value(key("format"), 0).toInt(), 0, 2);
    const QString folder = store.value(key("folder"), QDir::homePath()).toString();
    QString filter = filters[last];
    QString file = QFileDialog::getSaveFileName(
        this, tr("Save the figure"),
        folder + QLatin1Char('/') + fileName_ + QLatin1String(suffixes[static_cast<std::size_t>(last)]),
        filters.join(QStringLiteral(";;")), &filter);
    if (file.isEmpty()) return;
    const QString suffix = QFileInfo(file).suffix().toLower();
    qsizetype chosen = std::max<qsizetype>(0, filters.indexOf(filter));
    for (std::size_t i = 0; i < suffixes.size(); ++i) {
        if (QLatin1Char('.') + suffix == QLatin1String(suffixes[i])) chosen = static_cast<qsizetype>(i);
    }
    const QLatin1String wanted(suffixes[static_cast<std::size_t>(chosen)]);
    if (!file.endsWith(wanted, Qt::CaseInsensitive)) file += wanted;
    store.setValue(key("format"), static_cast<int>(chosen));
    store.setValue(key("folder"), QFileInfo(file).absolutePath());
    writeTo(file);
}

}  // namespace segad::ui
