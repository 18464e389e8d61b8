package io.gatehouse.conversation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

@MappedEntity("conversation")
record ConversationEntity(@Id UUID id) {}
