package podo.tosssimulator.money;

/** A payment is in another state now. */
public record PaymentChanged(SimulatedPayment payment) {}
