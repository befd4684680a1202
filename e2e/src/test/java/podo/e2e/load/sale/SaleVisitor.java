package podo.e2e.load.sale;

/** Somebody who comes to the sale at a time. */
interface SaleVisitor {

    /** @param due when it was to come, in nanoseconds of the sale; throws {@link SaleClock.SaleOver} or {@link CallFailed} */
    void come(long due);
}
