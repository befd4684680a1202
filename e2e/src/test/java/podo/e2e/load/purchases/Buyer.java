package podo.e2e.load.purchases;

/** A fan who is logged in and buys a seat whenever it is told to. */
interface Buyer {

    /** Buys one seat of this event, from the line to the ticket; throws when a step is answered otherwise than in a purchase. */
    void buy(long event) throws Exception;
}
