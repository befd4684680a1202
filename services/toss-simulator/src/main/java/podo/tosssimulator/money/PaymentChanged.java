package podo.tosssimulator.money;

/** A payment has changed its state; published after the change is stored. */
public record PaymentChanged(SimulatedPayment payment) {}
