#include "ui/inspect/verdict_sounds.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtEndian>
#include <array>
#include <cmath>

#include "ui/inspect/inspect_settings.h"

namespace segad::ui {

namespace {
constexpr int kRate = 22'050;
constexpr double kToneSeconds = 0.11;
constexpr double kGapSeconds = 0.05;
constexpr double kEdgeSeconds = 0.012;  ///< faded in and out, or it would click
constexpr double kLoudness = 0.55;

struct Pattern {
    int tones;
    double hertz;
};

Pattern patternOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::Pass:
            return {1, 1320};
        case Verdict::Review:
            return {2, 740};
        case Verdict::Reject:
            return {3, 330};
    }
    return {1, 740};
}

template <class Number>
void append(QByteArray& bytes, Number value) {
    std::array<char, sizeof value> raw{};
    qToLittleEndian(value, raw.data());
    bytes.append(raw.data(), raw.size());
}

QByteArray samplesOf(const Pattern& pattern) {
    QByteArray samples;
    const int tone = static_cast<int>(kToneSeconds * kRate);
    const int gap = static_cast<int>(kGapSeconds * kRate);
    const double twoPi = 2 * std::acos(-1.0);
    for (int n = 0; n < pattern.tones; ++n) {
        for (int i = 0; i < tone; ++i) {
            const double edge =
                std::min({1.0, i / (kEdgeSeconds * kRate), (tone - i) / (kEdgeSeconds * kRate)});
            const double wave = std::sin(twoPi * pattern.hertz * i / kRate);
            append(samples, static_cast<qint16>(32'767 * kLoudness * edge * wave));
        }
        for (int i = 0; i < gap; ++i)
            append(samples, qint16{0});
    }
    return samples;
}

bool isHeard(Verdict verdict) {
    switch (inspect_settings::sounds()) {
        case inspect_settings::Sounds::Off:
            return false;
        case inspect_settings::Sounds::Rejects:
            return verdict == Verdict::Reject;
        case inspect_settings::Sounds::Failing:
            return verdict != Verdict::Pass;
        case inspect_settings::Sounds::All:
            return true;
    }
    return false;
}
}  // namespace

QByteArray verdictTone(Verdict verdict) {
    const QByteArray samples = samplesOf(patternOf(verdict));
    constexpr quint16 kPcm = 1;
    constexpr quint16 kBytes = 2;
    constexpr quint32 kHeaderAfterSize = 36;
    constexpr quint32 kFormatBytes = 16;
    QByteArray wav("RIFF");
    append(wav, static_cast<quint32>(kHeaderAfterSize + samples.size()));
    wav += "WAVEfmt ";
    append(wav, kFormatBytes);
    append(wav, kPcm);
    append(wav, quint16{1});
    append(wav, static_cast<quint32>(kRate));
    append(wav, static_cast<quint32>(kRate * kBytes));
    append(wav, kBytes);
    append(wav, static_cast<quint16>(8 * kBytes));
    wav += "data";
    append(wav, static_cast<quint32>(samples.size()));
    return wav + samples;
}

VerdictSounds::VerdictSounds(QObject* parent) : QObject(parent), player_(new QProcess(this)) {
    for (const char* name : {"pw-play", "paplay", "aplay"}) {
        program_ = QStandardPaths::findExecutable(QLatin1String(name));
        if (!program_.isEmpty()) break;
    }
    player_->setStandardOutputFile(QProcess::nullDevice());
    player_->setStandardErrorFile(QProcess::nullDevice());
}

VerdictSounds::~VerdictSounds() {
    if (player_->state() == QProcess::NotRunning) return;
    player_->kill();
    player_->waitForFinished();
}

QString VerdictSounds::fileOf(Verdict verdict) {
    if (!files_) files_ = std::make_unique<QTemporaryDir>();
    const QString file = files_->filePath(QStringLiteral("%1.wav").arg(static_cast<int>(verdict)));
    if (QFile::exists(file)) return file;
    QFile wav(file);
    const QByteArray bytes = verdictTone(verdict);
    if (!wav.open(QIODevice::WriteOnly) || wav.write(bytes) != bytes.size()) return {};
    return file;
}

void VerdictSounds::play(Verdict verdict) {
    if (isHeard(verdict)) tryOut(verdict);
}

void VerdictSounds::tryOut(Verdict verdict) {
    if (player_->state() != QProcess::NotRunning) return;
    const QString file = program_.isEmpty() ? QString() : fileOf(verdict);
    if (file.isEmpty())
        QApplication::beep();
    else
        player_->start(program_, {file});
}

}  // namespace segad::ui
