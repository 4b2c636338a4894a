import {
  BasicRepresentation,
  ErrorToJsonConverter,
  getSingleItem,
  type HttpError,
  type Representation,
  type RepresentationConverterArgs,
} from '@solid/community-server'
import { errorSentence } from './ErrorPage.ts'

/** CSS's errors for programs, with our sentence where CSS says nothing, as it does when access is refused. */
export class ErrorJson extends ErrorToJsonConverter {
  override async handle(args: RepresentationConverterArgs): Promise<Representation> {
    const { data, metadata } = args.representation
    const error = (await getSingleItem(data)) as HttpError
    if (error.message === '') {
      const { fr, en } = errorSentence(error.statusCode)
      error.message = `${fr} / ${en}`
    }
    return super.handle({ ...args, representation: new BasicRepresentation([error], metadata, false) })
  }
}
