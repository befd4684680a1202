package podo.tosssimulator.money;

/** What the buyer pays with, and what Toss calls it. */
public enum PaymentMethod {
    CARD("카드"),
    EASY_PAY("간편결제"),
    TRANSFER("계좌이체"),
    /** The buyer gets an account number to pay to later. */
    VIRTUAL_ACCOUNT("가상계좌");

    private final String tossName;

    PaymentMethod(String tossName) {
        this.tossName = tossName;
    }

    public String tossName() {
        return tossName;
    }
}
