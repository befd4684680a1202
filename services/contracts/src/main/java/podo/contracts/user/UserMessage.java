package podo.contracts.user;

import podo.contracts.Message;

/** Sent by user; the key is the account's id. Names no address, no name and no token: who may know them asks the user service. */
public sealed interface UserMessage extends Message permits AccountMailRequested, AccountDeleted {

    String TOPIC = "podo.user";

    long accountId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return Long.toString(accountId());
    }
}
