package podo.reservation.waitingroom.rehearsal.simulation;

import java.util.function.LongUnaryOperator;

/**
 * What a sale finds besides its fans and settings. Times are seconds.
 *
 * @param seats that can be sold
 * @param allowedInside fans inside by seats that can still be sold, as the line's ticks reckon
 * @param offer how long an offer to enter lasts, {@code pass} an entry pass, {@code silence} until an abandoned slot is free
 * @param purchasesPerSecond what the machine was measured to bear
 */
public record SaleConditions(
        int seats,
        LongUnaryOperator allowedInside,
        double offer,
        double pass,
        double silence,
        double purchasesPerSecond) {}
