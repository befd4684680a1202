package podo.reservation.booking.refund;

/** A refund that payment was asked for. */
public record RequestedRefund(String cancellationId, RefundTable.Refund refund) {

    /** The reason of what the end of a show pays back. */
    public static final String OF_CANCELLED_SHOW = "the show was cancelled";
}
