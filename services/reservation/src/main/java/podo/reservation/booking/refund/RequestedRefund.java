package podo.reservation.booking.refund;

/** A refund that payment was asked for. */
public record RequestedRefund(String cancellationId, RefundTable.Refund refund) {}
