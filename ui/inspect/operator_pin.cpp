#include "ui/inspect/operator_pin.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSettings>
#include <QtEndian>
#include <algorithm>
#include <array>

namespace segad::ui::operator_pin {

namespace {
const QString kKey = QStringLiteral("inspect/pin");
/// As many as take a click's time: guessing ten thousand PINs takes minutes, not a moment.
constexpr int kIterations = 20'000;
constexpr int kSaltBytes = 16;
constexpr int kHashBytes = 32;
constexpr int kFields = 3;  // iterations, salt, hash

bool isPin(const QString& pin) {
    return pin.size() >= kLeastDigits && pin.size() <= kMostDigits &&
           std::ranges::all_of(pin, [](QChar digit) { return digit >= u'0' && digit <= u'9'; });
}
}  // namespace

QByteArray derivedKey(const QByteArray& password, const QByteArray& salt, int iterations, int length) {
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, password);
    const auto hashed = [&code](const QByteArray& text) {
        code.reset();
        code.addData(text);
        return code.result();
    };
    QByteArray key;
    for (quint32 block = 1; key.size() < length; ++block) {
        std::array<char, sizeof block> number{};
        qToBigEndian(block, number.data());
        QByteArray round = hashed(salt + QByteArray(number.data(), number.size()));
        QByteArray sum = round;
        for (int i = 1; i < iterations; ++i) {
            round = hashed(round);
            for (qsizetype byte = 0; byte < sum.size(); ++byte)
                sum[byte] = static_cast<char>(sum[byte] ^ round[byte]);
        }
        key += sum;
    }
    return key.left(length);
}

bool isSet() {
    return QSettings().value(kKey).toStringList().size() == kFields;
}

bool set(const QString& pin) {
    if (!isPin(pin)) return false;
    QByteArray salt(kSaltBytes, '\0');
    for (char& byte : salt)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    const QByteArray hash = derivedKey(pin.toUtf8(), salt, kIterations, kHashBytes);
    QSettings store;
    store.setValue(kKey, QStringList{QString::number(kIterations), QString::fromLatin1(salt.toHex()),
                                     QString::fromLatin1(hash.toHex())});
    store.sync();  // now: a station may be switched off at any time
    return true;
}

void remove() {
    QSettings().remove(kKey);
}

bool matches(const QString& pin) {
    const QStringList stored = QSettings().value(kKey).toStringList();
    if (stored.size() != kFields || !isPin(pin)) return false;
    const QByteArray expected = QByteArray::fromHex(stored[2].toLatin1());
    const QByteArray found = derivedKey(pin.toUtf8(), QByteArray::fromHex(stored[1].toLatin1()),
                                        std::clamp(stored[0].toInt(), 1, 10 * kIterations), kHashBytes);
    return found == expected;
}

}  // namespace segad::ui::operator_pin
