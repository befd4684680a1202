package podo.tosssimulator.money;

import java.util.Map;

/** Toss's error codes with their HTTP status and message; an unlisted code has status 400. */
final class ErrorCodes {

    private record Description(int status, String message) {}

    private static final Map<String, Description> KNOWN = Map.ofEntries(
            known(400, "ALREADY_PROCESSED_PAYMENT", "이미 처리된 결제 입니다."),
            known(400, "DUPLICATED_ORDER_ID", "이미 승인 및 취소가 진행된 중복된 주문번호 입니다."),
            known(400, "PROVIDER_ERROR", "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요."),
            known(400, "INVALID_REQUEST", "잘못된 요청입니다."),
            known(400, "INVALID_API_KEY", "잘못된 시크릿키 연동 정보 입니다."),
            known(400, "INVALID_REJECT_CARD", "카드 사용이 거절되었습니다. 카드사 문의가 필요합니다."),
            known(400, "BELOW_MINIMUM_AMOUNT", "신용카드는 결제금액이 100원 이상, 계좌는 200원이상부터 결제가 가능합니다."),
            known(400, "INVALID_CARD_EXPIRATION", "카드 정보를 다시 확인해주세요. (유효기간)"),
            known(400, "INVALID_STOPPED_CARD", "정지된 카드 입니다."),
            known(400, "EXCEED_MAX_DAILY_PAYMENT_COUNT", "하루 결제 가능 횟수를 초과했습니다."),
            known(400, "EXCEED_MAX_PAYMENT_AMOUNT", "하루 결제 가능 금액을 초과했습니다."),
            known(400, "INVALID_CARD_LOST_OR_STOLEN", "분실 혹은 도난 카드입니다."),
            known(400, "INVALID_CARD_NUMBER", "카드번호를 다시 확인해주세요."),
            known(400, "CARD_PROCESSING_ERROR", "카드사에서 오류가 발생했습니다."),
            known(400, "NOT_AVAILABLE_PAYMENT", "결제가 불가능한 시간대입니다."),
            known(400, "ALREADY_CANCELED_PAYMENT", "이미 취소된 결제 입니다."),
            known(400, "NOT_MATCHES_REFUNDABLE_AMOUNT", "잔액 결과가 일치하지 않습니다."),
            known(401, "UNAUTHORIZED_KEY", "인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다."),
            known(403, "INCORRECT_BASIC_AUTH_FORMAT", "잘못된 요청입니다. ':' 를 포함해 인코딩해주세요."),
            known(403, "REJECT_CARD_PAYMENT", "한도초과 혹은 잔액부족으로 결제에 실패했습니다."),
            known(403, "REJECT_ACCOUNT_PAYMENT", "잔액부족으로 결제에 실패했습니다."),
            known(403, "REJECT_CARD_COMPANY", "결제 승인이 거절되었습니다."),
            known(403, "FORBIDDEN_REQUEST", "허용되지 않은 요청입니다."),
            known(403, "EXCEED_MAX_AUTH_COUNT", "최대 인증 횟수를 초과했습니다. 카드사로 문의해주세요."),
            known(403, "FDS_ERROR", "위험거래가 감지되어 결제가 제한됩니다."),
            known(403, "NOT_CANCELABLE_AMOUNT", "취소 할 수 없는 금액 입니다."),
            known(403, "NOT_CANCELABLE_PAYMENT", "취소 할 수 없는 결제 입니다."),
            known(403, "FORBIDDEN_CONSECUTIVE_REQUEST", "반복적인 요청은 허용되지 않습니다. 잠시 후 다시 시도해주세요."),
            known(404, "NOT_FOUND_PAYMENT", "존재하지 않는 결제 정보 입니다."),
            known(404, "NOT_FOUND_PAYMENT_SESSION", "결제 시간이 만료되어 결제 진행 데이터가 존재하지 않습니다."),
            known(409, "IDEMPOTENT_REQUEST_PROCESSING", "이전 멱등 요청이 처리중입니다."),
            known(429, "TOO_MANY_REQUESTS", "요청이 너무 많습니다."),
            known(500, "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", "결제가 완료되지 않았어요. 다시 시도해주세요."),
            known(500, "FAILED_INTERNAL_SYSTEM_PROCESSING", "내부 시스템 처리 작업이 실패했습니다. 잠시 후 다시 시도해주세요."),
            known(500, "UNKNOWN_PAYMENT_ERROR", "결제에 실패했어요. 같은 문제가 반복된다면 은행이나 카드사로 문의해주세요."),
            known(500, "FAILED_REFUND_PROCESS", "은행 응답시간 지연이나 일시적인 오류로 환불요청에 실패했습니다."),
            known(500, "COMMON_ERROR", "일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요."));

    static TossError errorOf(String code) {
        Description description = KNOWN.getOrDefault(code, new Description(400, code));
        return new TossError(description.status(), code, description.message());
    }

    private static Map.Entry<String, Description> known(int status, String code, String message) {
        return Map.entry(code, new Description(status, message));
    }

    private ErrorCodes() {}
}
