package podo.payment.pg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TossResponseReaderTest {

    private final TossResponseReader reader = new TossResponseReader(JsonMapper.shared());

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST", "400, INVALID_STOPPED_CARD", "400, BELOW_MINIMUM_AMOUNT", "403, REJECT_CARD_PAYMENT",
        "403, REJECT_CARD_COMPANY", "403, FDS_ERROR", "403, FORBIDDEN_CONSECUTIVE_REQUEST",
                "404, NOT_FOUND_PAYMENT_SESSION"
    })
    void aCertainFailureIsARefusal(int status, String code) {
        assertThat(read(status, code)).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ALREADY_PROCESSED_PAYMENT", "400, DUPLICATED_ORDER_ID", "400, PROVIDER_ERROR",
                "409, IDEMPOTENT_REQUEST_PROCESSING",
        "429, TOO_MANY_REQUESTS", "408, TIMEOUT", "500, FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", "500, COMMON_ERROR",
        "502, ''", "503, UNKNOWN_PAYMENT_ERROR", "302, ''"
    })
    void anAmbiguousFailureIsUnknown(int status, String code) {
        assertThat(read(status, code)).isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHORIZED_KEY", "403, INCORRECT_BASIC_AUTH_FORMAT", "400, INVALID_API_KEY"})
    void aRefusedKeyIsOurFault(int status, String code) {
        assertThat(read(status, code)).isInstanceOf(Verdict.OurFault.class);
    }

    @Test
    void aMissingPaymentIsNotFoundAtALookUp() {
        assertThat(reader.read(404, "{\"code\":\"NOT_FOUND_PAYMENT\"}", true)).isInstanceOf(Verdict.NotFound.class);
        assertThat(reader.read(404, "<html>", true)).isInstanceOf(Verdict.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"<html>", "{}", "null", "''", "[]", "'{\"paymentKey\":\"k\"}'"})
    void anAnswerWithoutAPaymentIsUnknown(String body) {
        assertThat(reader.read(200, body, false)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aRealSampleIsRead() {
        String sample = """
                {"mId":"tosspayments","version":"2022-11-16","lastTransactionKey":"B7103F204998813B889C77C043D09502",
                 "paymentKey":"5EnNZRJGvaBX7zk2yd8ydw26XvwXkLrx9POLqKQjmAw4b0e1","orderId":"a4CWyWY5m89PNh7xJwhk1",
                 "orderName":"토스 티셔츠 외 2건","taxExemptionAmount":0,"status":"PARTIAL_CANCELED",
                 "requestedAt":"2022-06-08T15:40:09+09:00","approvedAt":"2022-06-08T15:40:49+09:00","useEscrow":false,
                 "card":{"issuerCode":"61","number":"12345678****789*"},"type":"NORMAL","easyPay":null,"country":"KR",
                 "cancels":[{"cancelReason":"고객이 취소를 원함 [c-1]","cancelAmount":100,"transactionKey":"T1","cancelStatus":"DONE"}],
                 "totalAmount":1000,"balanceAmount":900,"suppliedAmount":818,"vat":82,"method":"카드"}
                """;
        Verdict verdict = reader.read(200, sample, false);

        assertThat(verdict).isInstanceOf(Verdict.Done.class);
        TossPayment payment = ((Verdict.Done) verdict).payment();
        assertThat(payment.isCaptured()).isTrue();
        assertThat(payment.refunded()).isEqualTo(100);
        assertThat(payment.findCancel("[c-1]")).isPresent();
        assertThat(payment.findCancel("[c-2]")).isEmpty();
    }

    @Test
    void aVirtualAccountThatWasClosedUnpaidWasNeverCaptured() {
        String closed = """
                {"paymentKey":"k","orderId":"o","status":"CANCELED","totalAmount":1000,"balanceAmount":0,"approvedAt":null}
                """;
        TossPayment payment = ((Verdict.Done) reader.read(200, closed, false)).payment();

        assertThat(payment.isCaptured()).isFalse();
        assertThat(payment.isCancelled()).isTrue();
    }

    private Verdict read(int status, String code) {
        return reader.read(status, "{\"code\":\"" + code + "\",\"message\":\"m\"}".replace("\"\"", "null"), false);
    }
}
