package dev.touchstone.profile.adapter.mongo;

import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.touchstone.chassis.failure.OutageSign;
import jakarta.enterprise.context.ApplicationScoped;

/** How the MongoDB driver says that the store is away: no server to be found, a broken connection, no primary. */
@ApplicationScoped
public class MongoOutage implements OutageSign {

    @Override
    public boolean isOutage(Throwable failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoInterruptedException;
    }
}
