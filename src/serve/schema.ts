// The SDL of graphql/ with what answers it.

import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { Action, Mutation as ofActions } from './resolvers/action.ts';
import { Finding as ofNumbers, Incident as ofBeliefs } from './resolvers/belief.ts';
import { Campaign, CampaignMember, Email as ofCampaigns, Query as ofCampaignLists } from './resolvers/campaign.ts';
import { Mutation as ofConstraints } from './resolvers/constraint.ts';
import { Entity, PeerGroup, Query as ofEntities, User } from './resolvers/entity.ts';
import { Incident as ofExplanations, Involvement, RelatedIncident } from './resolvers/explanation.ts';
import { ActSurprise, Event, Finding } from './resolvers/finding.ts';
import { Mutation as ofIncidents } from './resolvers/handling.ts';
import { Query as ofHunts, SavedQuestion } from './resolvers/hunting.ts';
import { Check, Incident, Narrative } from './resolvers/incident.ts';
import { Email, Letter, MailHop, Query as ofMail } from './resolvers/mail.ts';
import { AuditEntry, Query as ofOperation, Source } from './resolvers/operation.ts';
import { Query as ofLists } from './resolvers/query.ts';
import { Detection, Mutation as ofResponse, Query as aboutResponse } from './resolvers/response.ts';
import { Query as ofLikeness } from './resolvers/similar.ts';
import { Subscription } from './resolvers/subscription.ts';
import { Query as ofWalks } from './resolvers/walk.ts';
import { ofEveryEntity } from './every-entity.ts';
import { guarded } from './roles.ts';
import { DateTime } from './scalars.ts';
import { typeDefs, type Resolvers } from './schema.gen.ts';

const Query = {
  ...ofLists,
  ...ofEntities,
  ...ofOperation,
  ...aboutResponse,
  ...ofWalks,
  ...ofLikeness,
  ...ofHunts,
  ...ofMail,
  ...ofCampaignLists,
};
const Mutation = guarded({ ...ofActions, ...ofConstraints, ...ofIncidents, ...ofResponse });
const entities = {
  Entity,
  User,
  ...{ Device: ofEveryEntity, IP: ofEveryEntity, Mailbox: ofEveryEntity, Rule: ofEveryEntity },
  Email: { ...Email, ...ofCampaigns },
  OtherEntity: ofEveryEntity,
};
const resolvers: Resolvers = {
  ...entities,
  ...{
    ActSurprise,
    Action,
    AuditEntry,
    Campaign,
    CampaignMember,
    Check,
    DateTime,
    Detection,
    Event,
    Finding: { ...Finding, ...ofNumbers },
    Incident: { ...Incident, ...ofBeliefs, ...ofExplanations },
    Involvement,
    Letter,
    MailHop,
    Mutation,
    Narrative,
    PeerGroup,
    Query,
    RelatedIncident,
    SavedQuestion,
    Source,
  },
  Subscription,
};

export const schema: GraphQLSchema = makeExecutableSchema({ typeDefs, resolvers });
